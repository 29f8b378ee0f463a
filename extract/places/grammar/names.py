"""Names of rooms, halls and houses: what may be the name of a venue, and its clean form."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.matching.by_initial import by_initial
from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import DAY
from extract.places.grammar.modes import ONLINE
from extract.places.grammar.untold import is_untold_place

_NOUNS = (
    r"groupe scolaire|france (?:services?|travail)(?![\w-])|cap emploi|salles?|maisons?|centres?|h[ôo]tel|mairie|"
    r"pr[ée]fecture|sous-pr[ée]fecture|m[ée]diath[èe]que|biblioth[èe]que|"
    # What is called so and lasts some days: `université de printemps du renouvellement urbain`.
    r"universit[ée](?! (?:de (?:printemps|rentr[ée]e)|d['’](?:[ée]t[ée]|automne|hiver)))|"
    r"campus|facult[ée]|iut|institut|lyc[ée]e|coll[èe]ge|[ée]cole|th[ée][âa]tre(?! (?:de rue|"
    r"forum))|cin[ée]ma(?! en plein[- ]air)|espace|"
    r"auditorium|"
    r"amphith[ée][âa]tre|amphi|palais|halles?|mjc|ccas|tiers[- ]lieu|fabrique|cit[ée]|ch[âa]teau|gymnase|stade|"
    r"complexe|"
    r"mus[ée]e|ferme|village|bourse(?! aux?\b)|si[èe]ge|locaux|chambre|"
    r"conseil(?! (?:citoyen|de quartier|consultatif|local|municipal des|d['’]administration))|communaut[ée]|"
    r"m[ée]tropole|ddtm|ddcs|dreal|creps|"
    r"canop[ée]|chu|ch|epsm|ateliers?|p[ôo]le|r[ée]sidence|foyer|"
    # Most clubs are people who meet: `Club emploi`, `Club des évaluateurs`.
    r"club(?=[,.;)]|$|[- ]house|\s(?-i:[A-ZÀ-Ý][a-zà-ÿ])|\s(?:nautique|hippique|sportif|alpin)|"
    r"\sd(?:e |['’])(?:pr[ée]vention|tennis|voile|plage|football|foot|p[ée]tanque|boxe|judo|loisirs|aviron|"
    r"l['’](?:[âa]ge|amiti)))|"
    r"caf|cpam|carsat|agence|forum|parc|domaine|"
    r"gare|(?:[ée]co-?)?quartier|abbaye|couvent|chapelle|[ée]glise|b[âa]timent|"
    r"tour(?! (?:de (?:table|ferme|ville|quartier|jardin|parole|piste|pays|chant|garde)|d['’]horizon))|"
    r"immeuble|esplanade|kiosque|pavillon|"
    r"base|relais|cloître|halle|hangar|plateau|friche|manufacture|usine|caserne|op[ée]ra|conservatoire|sciences?[- ]po|"
    r"technop[ôo]le|incubateur|ruche|maladrerie|p[ée]pini[èe]re|cercle|maison|archives|assembl[ée]e nationale|s[ée]nat|"
    r"minist[èe]re|cget|anct|rectorat|tribunal|h[ôo]pital|hospice|clinique|beffroi|citadelle|ludoth[èe]que|piscine|"
    r"auberge(?! espagnole)|"
    r"caf[ée]s?(?= (?:associatif|culturel|solidaire|citoyen|th[ée][âa]tre))|restaurant|cci|cma|cnfpt|inset|"
    r"insp[ée]|espe|mission locale|office de tourisme|kursaal|parvis|hall|arsenal|square|"
    r"loge(?= d)|cour(?= d)|lcr|city[- ]?stade|skate-?park|boutique|guinguette|cantine|r[ée]fectoire|"
    r"local(?=\s?[.,;(]|$|\n| (?:associatif|jeunes?|commun|collectif|r[ée]sidentiel|municipal|technique|"
    r"(?:du|de la|de l['’]|des) (?:comit[ée]|club|associat|r[ée]gie|jeunes|amicale|collectif|secours|foyer|conseil|"
    r"union)))|"
    r"mail(?=[ -]sc[èe]ne)|point (?:info\w*|d['’]acc[èe]s|d['’]accueil|accueil|jeunes?)|"
    r"bureau(?= de (?:poste|vote|tabac))|familist[èe]re|temple|jardins?|bistrot|"
    r"brasserie|moulin|grange|parking|bureaux|antenne|cr[èe]che|halte-garderie|ehpad|b[ée]guinage|hippodrome|"
    r"v[ée]lodrome|patinoire|dojo|boulodrome|p[ée]niche|librairie|galerie|chapiteau|pr[ée]au|fablab|ressourcerie|"
    r"recyclerie|[ée]picerie|donjon|prieur[ée]|coll[ée]giale|cath[ée]drale|basilique|"
    r"chartreuse|presbyt[èe]re|orangerie|filature|verrerie|bergerie|entrep[ôo]t|march[ée] couvert|"
    r"sucrerie|malterie|imprimerie|"
    r"tannerie|corderie|aquarium|phare|capitainerie|mosqu[ée]e|synagogue|z[ée]nith|"
    r"plan[ée]tarium|pimms|"
    r"colis[ée]e|"
    r"port(?= (?:de (?:plaisance|p[êe]che|commerce)|fluvial|d['’]))|plage(?! horaire)|[ée]tangs?|lac|for[êe]t|terrils?|"
    r"marché(?! (?:du travail|de l['’]|publi|locati|priv[ée]|immobili))|[îi]le(?= (?-i:[A-ZÀ-Ý]))|"
    r"marais|m[ée]morial|(?-i:Fort)|camping|arboretum|verger|skate-?park|city-?stade|phare|[ée]cluse|"
    r"(?-i:salons?(?= [A-ZÀ-ÝŒ]))|"
    r"salons?(?= (?:d['’]honneur|de l['’]h[ôo]tel|de (?:la )?(?:mairie|(?:sous-)?pr[ée]fecture)|municipa))|"
    r"anciens?(?:ne)?(?= (?:h[ôo]pital|[ée]cole|coll[èe]ge|lyc[ée]e|usine|gare|mairie|cin[ée]ma|caserne|brasserie|"
    r"filature|poste|banque|halle|chapelle|piscine|tribunal|couvent|hospice|fosse|m[ée]diath[èe]que|"
    r"h[ôo]tel de ville))"
)
_NO_COMPOUND = r"\b(?!-(?:forum|d[ée]bats?|rencontres?|action|conf[ée]rences?|d[ée]couverte|go[ûu]ter)\b)"
PLACE_NOUN = rf"(?:{by_initial(_NOUNS)}){_NO_COMPOUND}"
# The same as a plain list, from which the words of a gate can be derived.
PLAIN_PLACE_NOUN = rf"(?:{_NOUNS}){_NO_COMPOUND}"
# What leads to a name in running words.
NAME_LEAD = compile_leaping(
    r"(?:^|(?<=[\s(:])|(?<=squ['’]))(?:[àaÀA] la |[àaÀA] l['’]|"
    # What is sold or done in a house is a part of its name: `Halle aux Grains`, `Halle au Beurre`.
    r"au sein (?:de la |de l['’]|du |des |de |d['’])|(?<!halle )(?<!halles )au |"
    r"(?<!halle )(?<!halles )(?<!bourse )(?<!tour )(?<!march[ée] )(?<!maison )(?<!salle )(?<!cour )aux |chez |"
    r"(?:dans|entre) les murs (?:de la |de l['’]|du |des |de |d['’])|"
    r"(?:au c[œo]+e?ur|[àa] l['’]int[ée]rieur|dans l['’]enceinte) (?:de la |de l['’]|du |des |de |d['’])|"
    r"(?:direction|cap sur) (?:la |le |les |l['’])|jusqu['’](?:[àa] la |[àa] l['’]|aux? )|dans une? |"
    r"(?:(?<=ira )|(?<=iront )|(?<=irons )|(?<=[Dd][ée]part )|(?<=part ))(?:du |de la |de l['’]|des )|"
    r"(?:dans|sous) (?:la |le |les |l['’])|devant (?:la |le |l['’])|sur (?:le )(?=parvis)|sur (?:le site d[eu]s? )|"
    r"en (?=mairie|salle|(?:sous-)?pr[ée]fecture)|[àÀ] |[–—-] |: |\()(?=[«\"“]|[A-ZÀ-ÝŒ0-9]|"
    + PLACE_NOUN
    + r")|(?:^|(?<=,)\s)(?="
    + PLACE_NOUN
    + ")",
    re.IGNORECASE,
)
# How many characters before a street or a town its name is looked for.
NAME_LENGTH = 90
IS_NAME = re.compile(rf"(?:[«\"“]\s?)?(?:[A-ZÀ-ÝŒ0-9]|{PLACE_NOUN})", re.IGNORECASE)  # what is quicker to tell first
STARTS_WITH_NOUN = re.compile(PLACE_NOUN, re.IGNORECASE)
LEAD = re.compile(
    r"^[\s,;:.(\[»–—•*|/-]*(?:situ[ée]e?s?(?![\w-])\s*)?"
    r"(?:(?:sur place|(?:en )?pr[ée]sentiel|au choix)(?![\w-])[\s:,(]*)?"
    r"(?:(?:lieux?|adresse|o[uù])\s*(?:\(x\)|\(s\))?\s*[?:]+\s*|📍\s*)*"
    r"(?:(?:d[ée]part|rendez-vous|rdv|et|se tiendra|aura lieu|r[ée]unis?|organis[ée]e?s?|pr[ée]vue?s?)\s+)*"
    r"(?:(?:jusqu['’])?(?:[àaÀA] la|[àaÀA] l['’]|au sein (?:de la|de l['’]|du|des|de|d['’])|"
    r"(?:dans|sous) (?:la|le|les|l['’])|dans une?|"
    r"(?:(?:dans|entre) les murs|au c[œo]+e?ur|[àa] l['’]int[ée]rieur|dans l['’]enceinte) "
    r"(?:de la|de l['’]|du|des|de|d['’])|"
    r"(?:direction|cap sur) (?:la|le|les|l['’])|"
    r"devant (?:la|le|les|l['’])|sur (?:le|la|l['’])|aux|au|"
    r"chez|[àaÀA]|en|"
    r"dans|(?-i:la|le|les|l['’]))(?=[\s'’]|(?<=['’]))\s*)?",
    re.IGNORECASE,
)
DEMONSTRATIVE = re.compile(r"(?:celles?|celui|ceux)(?![^\W_])", re.IGNORECASE)
NOT_A_NAME = compile_leaping(
    r"\b(?:et (?:son|sa|ses|leurs?)|nous|vous|sera|seront|aura|est|sont|ont|avec|pour(?! tous)|l['’]invitation|"
    r"inscri\w*|"
    r"renseign\w*|aupr[èe]s|t[ée]l(?:[ée]phone)?|"
    r"courriel|code postal|nom et pr[ée]nom|"
    r"(?-i:mail)|e-?mail|contact\w*|"
    r"(?<!-)(?<!mend[èe]s\s)(?<!anatole\s)france(?!-|\s(?:services?|travail|terre|victimes)\b)|cedex|compl[èe]te?s?|annul[ée]e?s?|report[ée]e?s?|"
    r"partir|participants?|\d+ (?:personnes|places|euros)|invit\w+|s[ée]minaire|occasion|"
    r"se (?:tien|trouv|situ)\w+|permet\w*|mar?di|"
    r"lundi|mercredi|jeudi|vendredi|samedi|dimanche|matin\w*|apr[èe]s-midi|heures?|quoi|attention|destination|travers|"
    r"de \d+h|afin|ainsi)\b",
    re.IGNORECASE,
)
# The noun of an event counts people's meetings and never names a house (`2 séances dématérialisées`).
EVENT_WORDS = re.compile(
    r"tours? (?:de table|d['’]horizon|de la question)\b|"
    r"(?:(?:\d+|une?|deux|trois|quatre|cinq|six|plusieurs|chaque|toutes?|les|la|le)\s)*(?:demi-)?(?:journ[ée]es?|"
    r"s[ée]ances?|sessions?|s[ée]minaires?|r[ée]unions?|rencontres?|formations?|colloques?|conf[ée]rences?|cycles?|"
    r"modules?|stages?|pl[ée]ni[èe]res?|temps|visites?|entretiens?|[ée]changes?|permanences?|parcours|"
    r"participation|diffusion|retransmission|formule|connexion|[ée]v[ée]nements?|manifestations?)\b|"
    r"(?:(?:\d+|une?|deux|trois|quatre|cinq|six|plusieurs)\s)ateliers?\b|"
    r"ateliers?\s(?=(?-i:[«a-zà-ÿ]))(?!(?:de la|du|des|de l['’]|d['’])(?![^\W_]))",
    re.IGNORECASE,
)
# Houses of a kind, of which none is meant: `les directeurs de centres sociaux`.
HOUSES_OF_A_KIND = re.compile(
    r"(?:centres|maisons|mairies|[ée]coles|coll[èe]ges|lyc[ée]es|m[ée]diath[èe]ques|biblioth[èe]ques|universit[ée]s|"
    r"h[ôo]pitaux|foyers|r[ée]sidences|clubs|agences|mus[ée]es|th[ée][âa]tres)\s(?-i:[a-zà-ÿ])",
    re.IGNORECASE,
)
TOOL = re.compile(
    r"(?:(?:en |sur |via |par )?(?:zoom|teams|webex|livestorm|youtube)|lien\b.*|distanciel|pr[ée]sentiel|"
    r"(?:salle|salon|espace|pi[èe]ce)s? virtuel(?:le)?s?)",
    re.IGNORECASE,
)
LABEL_WORD = re.compile(
    r"(?:[ée]dition|saison|ann[ée]e)\s(?:19|20)\d\d|(?:centre|espace|quartier|site|ateliers?|salles?|lieux?|adresse|o[uù]|localisation|rendez-vous)(?:\s?\((?:x|s)\))?|"
    r"(?:au )?programme|d[ée]roul(?:[ée]|ement)|ordre du jour|horaires?|tarifs?|objectifs?|contenus?|infos? pratiques?",
    re.IGNORECASE,
)
# A preposition that its street was cut from (`Au 5 rue Basse`).
ONLY_LEAD = re.compile(r"l[ea]s?|aux?|chez|dans|en|face|sur|devant|rdv|rendez-vous|d[ée]part|arriv[ée]e", re.IGNORECASE)
LONGEST = 90
DIGIT = re.compile(r"\d")
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
# Words that join a name to what was cut off behind it: `salle Ravel et enfin le`.
JOINING_END = compile_leaping(
    r"(?:,?\s+(?:[àa]|de|du|des|la|le|les|d['’]|et|ou|et/ou|ou bien|ainsi que|puis|ensuite|enfin|au|\+|&)){1,4}$"
)


# Days told again by their numbers behind a house: `La Briqueterie, les 6 et 7`.
DAYS_AT_END = re.compile(r",?\s(?:les?\s)?\d{1,2}(?:(?:,|\set)\s(?:le\s)?\d{1,2})+$", re.IGNORECASE)


# What people learn or speak of, and no house: `Arras - L'évaluation`, `Lens - Les fondamentaux`.
SUBJECT = re.compile(
    r"(?:L['’]|Le |La |Les )(?!(?:station|fondation|filature|manufacture|verrerie|brasserie|distillerie|fonderie)\b)"
    r"[a-zà-ÿ]{3,}(?:tion|sion|ment|ité|isme|ance|ence|erie|ure|aux)s?(?![^\W_])"
)


@lru_cache(maxsize=4096)
def clean_name(piece: str) -> str | None:
    """The name in a piece of a venue's words, without its preposition, or None when the piece is no name."""
    piece = DAY.sub(" ", piece) if DIGIT.search(piece) else piece
    piece = LEAD.sub("", piece.strip(), count=1).strip(" \t\n,;:.-–—/|•*(")
    piece = JOINING_END.sub("", DAYS_AT_END.sub("", piece)).strip(" ,;:-–—/|(")
    head, colon, house = piece.rpartition(" : ")
    if colon and STARTS_WITH_NOUN.match(house) and not STARTS_WITH_NOUN.match(head):
        piece = house  # `Tronc commun : auberge de jeunesse`
    if piece.count("(") < piece.count(")"):
        piece = piece.rstrip(")").rstrip()
    if len(piece) < 2 or len(piece) > LONGEST or ONLY_LEAD.fullmatch(piece) or not TWO_LETTERS.search(piece):
        return None
    if (
        LABEL_WORD.fullmatch(piece)
        or is_untold_place(piece)
        or EVENT_WORDS.match(piece)
        or HOUSES_OF_A_KIND.match(piece)
        or TOOL.fullmatch(piece)
        or NOT_A_NAME.search(piece)
        or DEMONSTRATIVE.match(piece)
        or ONLINE.fullmatch(piece)
        or SUBJECT.match(piece)
        or not IS_NAME.match(piece)
    ):
        return None
    if not piece[0].isupper() and not STARTS_WITH_NOUN.match(piece) and piece[0] not in '«"“0123456789':
        return None
    return piece


def split_pieces(words: str) -> list[str]:
    """Split words at what separates the parts of a venue: commas, brackets, lines, ` / `, spaced dashes."""
    quoted = re.sub(r"[«»]", lambda mark: mark[0], words)
    return [p for p in re.split(r"[,;\n|•]|\s[–—/-]\s|[()]|\s/|/\s", quoted) if p.strip()]
