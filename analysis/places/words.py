"""
The words that tell a place's name from other names: what stands before, behind and at the end of one.

Each list is a closed class written out by hand; the rules that read them are in `toponyms.py` and `roles.py`.
"""

from __future__ import annotations

import re

# Directly before a name they make it a person: "Sen. Lincoln", "Judge Paris".
TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor gen general lt col maj capt cpt sgt pvt cpl adm cmdr sir dame lady
    rev father sister brother rabbi imam sheikh ayatollah pastor sen senator rep gov hon judge justice
    det detective officer deputy sheriff trooper constable const coach captain major colonel sergeant
    lieutenant admiral commander councilman councilwoman councillor coun cllr alderman supt spc pfc pte
    actor actress singer author president mayor king queen prince princess pope saint uncle aunt
    """.split()
)

# Capitalised words that end the name of a body or a work; a place before them stands inside a name.
INSTITUTIONS = frozenset(
    """
    academy administration agency airlines airways alliance army assembly association athletic authority
    authorities bank bar board boys brigade broadcasting bureau business cabinet campus cathedral catholic
    center centre central chamber championship championships chief chronicle church city civic clinic club
    coalition college commission committee community company conference congress convention corp corporation
    council county court cup daily defense defence democrats department dept detention development diocese
    district division education elementary embassy energy express federation festival fire football force
    forces foundation fund games gazette general girls government grand group guard health herald heritage high
    hospital hotel house inc independent industries institute international jail journal judicial junior
    juvenile labor law league legislature library life limited lions ltd magazine marathon medical
    medicine memorial metro metropolitan ministry mission morning municipal museum national navy news
    newspaper nuclear office olympics open opera orchestra organisation organization parliament party patrol
    peace people performing planning police port post power premier press primary prison program project
    province public radio railway red regional register republic republicans research residents review rugby
    rural safety school schools science secondary securities security senate senior service services sheriff
    show social society soccer southern sports stadium star state states station steel stock store street
    summit superior supreme symphony systems task team tech technical technology telegraph television theater
    theatre times tour tourism towers town township trade transit transport treasury tribune trust
    tv union united universities university urban utilities valley veterans village volunteer war water
    weekly west western women world youth zoo
    """.split()
)

# Words that end the name of a street: the name before them is the street's.
STREET_HEADS = frozenset(
    """
    street road avenue boulevard drive lane highway parkway turnpike expressway freeway bypass plaza terrace
    crescent motorway pike trail prospekt strasse st rd ave blvd ln hwy pkwy
    """.split()
)
SHORT_STREET_HEADS = frozenset("st rd ave blvd ln hwy pkwy".split())
"""These may carry a full stop that belongs to the name."""

# Words that end the name of a natural feature or a site, unless it is a body of people.
FEATURE_HEADS = frozenset(
    """
    river creek lake delta valley island islands bay beach mountain mountains forest park canal reservoir dam falls
    bridge airport harbor harbour peninsula desert wilderness preserve reserve hills ridge canyon gulf strait
    sea ocean glacier volcano cape reef shoal square tunnel station palace castle stadium arena cemetery
    gardens embankment pier quay wharf docks racecourse racetrack speedway raceway fairgrounds velodrome aquarium
    basilica cathedral shrine citadel fortress ramparts
    province governorate oblast prefecture parish heights village
    """.split()
)

# Words that open such a name: "Lake Lanier", "Port of Los Angeles".
FEATURE_OPENERS = frozenset("lake mount mt port fort camp cape".split())

# Capitalised before a place they belong to its name: "North London", "Upper Egypt".
MODIFIERS = frozenset(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest central upper
    lower greater northeastern northwestern southeastern southwestern downtown mainland outer inner middle
    """.split()
)

# Lower-case words before a place: it is somewhere.
STRONG_BEFORE = frozenset(
    """
    in near outside across throughout around inside within beyond northern southern eastern western central
    northeastern northwestern southeastern southwestern north south east west downtown nearby toward towards
    neighboring neighbouring mainland rural via off
    """.split()
)

# Lower-case words before a place that also stand before people.
WEAK_BEFORE = frozenset(
    "at from to into of for between through leave left leaving visit visited visiting reach reached".split()
)

# "the town of Lebanon"
SETTLEMENT_NOUNS = frozenset(
    """
    city town village port suburb district province state county region capital municipality township island
    community neighborhood neighbourhood area hamlet settlement resort coast republic territory kingdom nation
    cities towns villages provinces states counties suburbs districts
    """.split()
)

# Lower-case words directly behind a name that is a place's.
STRONG_AFTER = frozenset(
    """
    area airport region province city county district suburb resident residents man woman men women couple teen
    teenager police officials officers authorities court residents native mayor councillor council neighborhood
    neighbourhood border coast government governor prefecture governorate hospital school schools university
    community municipality township port harbour harbor firefighters homeowner streets town village
    troops forces embassy based
    """.split()
)

# Lower-case words that may stand inside a name, between two of its capitalised words.
LINKS = frozenset(
    """
    of the and de del della delle di da das do dos du des la las le les los el al an am im der den die y e en et
    upon under on in sur sous aan bei lez les près op ter ben bin es au aux ou ad ar as ash at az ed er ez ul ur
    """.split()
)

# Capitalised words that name no place, although some village is called so.
NEVER_PLACES = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun christmas easter ramadan islam christian christians muslim muslims jewish catholic bible
    internet olympic olympics god mr mrs ms dr jr sr i he she it we they you the a an this that in on at to of
    and but or so my our his her as is was are be by for from if no not off all am pm
    """.split()
)

# The few places whose name keeps its article.
NAMES_WITH_THE = frozenset("the hague;the dalles;the woodlands;the villages;the colony;the gambia".split(";"))

# Buildings that the news uses for those who work there; only "at the White House" is a place.
METONYMS = frozenset(
    """
    white house;pentagon;kremlin;downing street;wall street;scotland yard;new scotland yard;capitol hill;whitehall;
    elysee palace;blue house;langley;10 downing street;holyrood;stormont;zhongnanhai;quantico
    """.replace("\n", "")
    .replace("    ", "")
    .split(";")
)

# Capitalised words before a place that make one name with it: "Air Zimbabwe", "Radio Free Europe".
NAME_OPENERS = frozenset("air radio team bank real inter fc ac cf miss voice free future reserve".split())

# Words of the state behind a nationality: "American President" still speaks of the country.
STATE_WORDS = frozenset(
    """
    president prime foreign minister ministry ambassador army navy air government parliament congress senate
    embassy consulate supreme state council king queen prince armed forces defense defence finance interior
    secretary federal intelligence security constitution coast
    """.split()
)

# Behind "St. Paul's" these make it a house, not a town.
SAINT_HOUSES = frozenset(
    """
    church hospital school catholic parish united methodist medical health college academy retirement
    """.split()
)

LIST_GAP_RE = re.compile(r",? (?:and |or |& )?(?:the )?|, ")
"""What stands between two names in a row."""
