"""Misspellings that writers of British English often make, with the word that was meant.

For these the nearest word of the dictionary is another ("releived" is as near to "received"), or they are words of their
own that no advice needs ("wich", "layed"), or names of days and months, which a dictionary of names would let pass.
"""

USUAL = dict(
    pair.split(":")
    for pair in (
        "wich:which verry:very layed:laid payed:paid awear:aware refered:referred releived:relieved wating:waiting "
        "sinse:since sence:since confidance:confidence center:centre centers:centres brung:brought idear:idea "
        "hte:the teh:the adn:and hsi:his unitl:until altho:although thougth:thought thort:thought "
        "febuary:February feburary:February janurary:January januray:January wensday:Wednesday wendsday:Wednesday "
        "wednseday:Wednesday teusday:Tuesday thurday:Thursday thrusday:Thursday saterday:Saturday satuday:Saturday "
        "septemeber:September setember:September ocotber:October novemeber:November decemeber:December agust:August "
        "supportative:supportive embarased:embarrassed beggining:beginning calender:calendar gaurd:guard "
        "happend:happened liase:liaise maintainance:maintenance neice:niece occurance:occurrence "
        "particulary:particularly peice:piece persue:pursue posess:possess reccomend:recommend tendancy:tendency "
        "tounge:tongue vunerable:vulnerable adviced:advised definatly:definitely definatley:definitely "
        "definetly:definitely dinning:dining frends:friends moring:morning moarning:morning oclock:o'clock "
        "skool:school stuggles:struggles stuggling:struggling studing:studying threatend:threatened wellbieng:wellbeing"
    ).split()
)
