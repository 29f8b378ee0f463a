"""Word lists that the reading of places leans on: names that are also words, given names, ways."""

from __future__ import annotations

import re

from extract.matching.folding import words_of
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping

# Folded names of places that are just as often ordinary words or family names: read only with a place cue.
ORDINARY = words_of(
    "aire albert ames andres angres arrest auteuil avon baron barr beaumont beaune beauvoir blain bouchon boue "
    "bourdon bours branges brie bruay bruges buire bulles bury bus campagne cappy champs change charly charmes "
    "chevreuse clermont combles conde condom contes contoire contre corte coucy courbes crest croisette crosne "
    "cusset cuts cuy denier devise die dieudonne dives dole don drap ecurie etalon eu eve famars fay fins "
    "flers fleury folies fontaine foreste fosses fresnes frise gan gap genet germaine gland gorges grasse gray "
    "grez guise ham hamel hangard hermes humbert iron isle jumel laval leme leval ligne loge long louches lucien "
    "lunel lure mana marchais marche mare marle marles marne marquise melle mello mer merval misery "
    "monceau mons mont monts moulins nice nogent noyers ognon olivet orange ors pacy paix parc parnes "
    "passel passy pau pende perles persan plaisir pommiers pont ponts port prades priez publier redon rely remy "
    "revel rives roche roques rosoy roye rue sains salles salome selles sens sorel sourd suzanne suzy talent "
    "thiers titre tours tricot vallet vendeuil verdun vernon vez vienne vieux vif ville villeneuve villers "
    "vire viry vitre y"
)
# Towns that are also the first part of a compound noun (`Croix-Rouge`).
COMPOUNDS = ORDINARY | {"croix", "avion"}
GIVEN_NAMES = words_of(
    "adele adrien agathe agnes ahmed aicha aissa alain alban albert alexandra alexandre alexis ali alice aline "
    "amandine amel amina anais andre andree angelique anne annick annie antoine arnaud arthur audrey aurelie "
    "aurelien axel aziz baptiste beatrice benedicte benjamin benoit bernadette bernard bertrand brahim brigitte "
    "bruno camille carine carole caroline catherine cecile cedric celine chantal charles charlotte chloe "
    "christel christelle christian christiane christine christophe claire clara claude claudine clement "
    "clementine colette coralie corinne cyril cyrille damien daniel daniele danielle david deborah delphine "
    "denis denise didier dominique edith edouard elisabeth elise elodie eloise emeline emilie emma emmanuel "
    "emmanuelle eric erika estelle esther etienne eva evelyne fabien fabienne fabrice farid farida fatiha fatima "
    "fatma felix fernand flavie flore florence florent florian france francis franck francois francoise "
    "frederic frederique gabriel gaelle gaspard genevieve geoffrey georges gerald geraldine gerard ghislaine "
    "gilles gregory guillaume guy hakim hamid hassan helene henri herve hubert hugo hugues ibrahim ines irene "
    "isabelle ismael jacqueline jacques jean jean-baptiste jean-claude jean-francois jean-louis jean-luc "
    "jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jeanne jennifer jeremy jerome jessica "
    "joel joelle johanna jonathan jose josephine josiane julie julien juliette justine karim karima karine "
    "kevin khadija khalid laetitia laila lara laura laure laurence laurent lea leila leon leonie leo lilian "
    "lise loic louis louise luc lucas lucie lucien lucile ludivine ludovic lydia lydie madeleine magali malik "
    "manon marc marcel marie marie-claude marie-christine marie-france marie-helene marie-pierre marine marion "
    "marlene martial martin martine maryse maryline mathieu mathilde matthieu maud maurice max maxime melanie "
    "melissa michel michele michelle mickael mireille mohamed mohammed monique morgane mourad muriel mustapha "
    "myriam nabil nadege nadia nadine nathalie nathan nicolas nicole noel noemie nora norbert odile olivia "
    "olivier ophelie pascal pascale patrice patricia patrick paul paule pauline perrine philippe pierre "
    "pierrick quentin rachel rachid raphael raymond regine regis remi renaud rene robert robin roger roland "
    "romain romane rosa rose sabine sabrina said salima samia samir samuel sandra sandrine sara sarah sebastien "
    "serge severine simon simone slimane solene sonia sophie stephane stephanie suzanne sylvain sylvie "
    "tanguy tatiana theo therese thibault thibaut thierry thomas tiphaine valentin valentine valerie "
    "vanessa veronique victor victoire vincent violaine virginie vivien xavier yacine yann yannick yasmina "
    "yassine yolande youssef yves yvette yvon yvonne zoe zohra"
)
HONORIFIC = compile_leaping(r"\b(?:M|Mme|Mmes|MM|Mlle|Mr|Dr|Pr|Me|Monsieur|Madame|Docteur|Professeur)\.?\s$")

# What a street is called. Order matters only for the abbreviations, which take their full stop along.
WAYS = (
    r"rue|avenue|av\.|ave\.?|boulevard|bd\.?|bld\.?|blvd\.?|place|pl\.|quai|chemin|route|rte\.?|all[ée]es?|"
    r"impasse|square|cours|faubourg|fbg\.?|chauss[ée]e|esplanade|parvis|passage|rond[- ]?point|sentier|voie|"
    r"mail|r[ée]sidence|promenade|villa|ruelle|venelle|cit[ée]|hameau|zone|z\.?a\.?c?\.?|z\.?i\.?|parc|"
    r"galerie|carrefour|traverse|mont[ée]e|porte|pont|domaine|digue|grande?[- ](?:rue|place)|cour|clos|pertuis|"
    r"terre-plein|dr[èe]ve|sente|coron|voyette|placette|lotissement|lieu[- ]dit|contour"
)
# Before the name of somebody whom a street is called after: `rue de l'Abbé Halluin`.
RANKS = (
    r"abb[ée]|g[ée]n[ée]ral|mar[ée]chal|docteur|dr|pr[ée]sident|cardinal|capitaine|colonel|commandant|lieutenant|"
    r"sergent|amiral|professeur|monseigneur|mgr|p[èe]re|s[œo]eu?r|saint|sainte|comte|duc|reine|roi|fr[èe]res"
)
# The plain ways: of `cité`, `parc`, `villa` only the next word is the name (`la Cité des métiers de Laon` is in Laon).
PLAIN_WAYS = (
    r"rue|avenue|av\.|boulevard|bd\.?|place|quai|chemin|route|impasse|square|cours|faubourg|chauss[ée]e|esplanade"
)
STREET_BEFORE = compile_gated(
    rf"(?<!en )(?<!cit)(?<!sur )\b(?:{WAYS.replace('|zone', '').replace('|pont', '|pont')})\s+"
    r"(?:(?:du|de la|de l['’]|des|de|d['’])\s*)?$|"
    rf"(?<!en )\b(?:{PLAIN_WAYS})\s+(?:(?:du|de la|de l['’]|des|de|d['’])\s*)?\w+ (?:de |du |d['’])$",
    re.IGNORECASE,
)
