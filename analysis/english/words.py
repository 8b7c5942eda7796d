"""Ordinary words that tell what kind of thing a name beside them names: titles, kinds of body, kinds of site."""

TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor gen general lt col colonel maj major capt captain sgt sergeant cpl pvt adm
    admiral sir dame lord lady rev father sister brother rabbi imam sheikh sheik ayatollah pastor sen senator rep
    gov governor hon judge justice president premier chancellor king queen prince princess pope saint minister
    secretary chairman chairwoman spokesman spokeswoman spokesperson coach striker actor actress singer author
    director leader chief mayor ambassador commissioner inspector constable detective officer sheriff deputy cllr
    councillor alderman barr alhaji chief justice engr spc pte midfielder defender goalkeeper captain analyst
    """.split()
)
BODIES = frozenset(
    """
    ministry department agency authority commission committee council court party union association federation
    university college school institute institution academy hospital bank group company corporation corp inc ltd
    plc llc co gmbh sa ag army force forces navy police guard brigade front movement league club fc united city
    foundation trust fund society centre center organisation organization office bureau board service services
    administration assembly parliament senate congress house church network news times post journal tribune herald
    guardian telegraph press agency airlines airways motors industries holdings partners energy petroleum systems
    technologies international alliance coalition tribunal secretariat embassy mission squad team orchestra museum
    """.split()
)
SITES = frozenset(
    """
    river lake mountain mountains sea ocean bay gulf strait island islands valley desert forest park airport port
    bridge road street avenue highway square stadium tower palace prison camp base dam station building hall county
    province state district region village town city peninsula canal creek hills hill coast beach
    """.split()
)
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
SPEECH = frozenset("said says told added asked replied warned wrote announced insisted argued noted".split())
