"""Sound British English of many registers, in which general.spelling must find nothing."""

import pytest

from advice_audit.checks.general.spelling import check
from advice_audit.checks.model import Context
from advice_audit.language.pipeline import annotate, load
from advice_audit.rubric.load import load_rubric
from advice_audit.training.minis import mini_document

SOUND = """
Dad works earlies and lates at the depot.
He is really quite happy, and so quite often he sings.
There is ten minutes of crying, and there was six weeks of it.
The father of both of his cousins is a baker.
Her fear of the police is old.
They walked, passed the ball and sat down.
Dads work on Saturdays, so the group meets on Sundays.
She, as always, made the tea.
Its not unusual shape makes the chair easy to store.
He had no help, and had start and end dates for nothing.
Suctioning the trachy takes two people.
He is a bostin lad, says Nan.
They had bara brith and cawl at Mamgu's.
They eat roti, daal and saag; he likes jalebi.
Parathas, chapattis, dosas, idlis and sambar.
Hooyo and Abti Warsame take turns.
Babcia makes pierogi and barszcz on Wigilia.
Ffion and Gruffydd go to the Urdd; cwtch time with Mam before bed.
Saoirse and Caoimhe are twins.
Signs for more, finished and toilet; Makaton symbols on the fridge.
Takes melatonin 3mg, methylphenidate and sodium valproate; buccal midazolam as rescue.
Has an Acheeva bed, a Rifton chair, a Leckey walker and a P-Pod.
Wears piedro boots and splints.
Appts at QMC and GOSH. Cons. neuro, Dr Iyer.
? sensory. ?? pica. To discuss with paed.
T/C to Mum 10.15am. No answer, msg left.
Likes: trains, slime, Nan's roast.
He goes brum brum brum all day.
Hoovering and strimmers upset him; so do hairdryers.
The Co-op, the chippy, the offy and back.
A girl whose very presence calms him sits beside him.
A mother whose 12 hour shifts leave her worn out.
He stays at his parent's every other weekend.
The twins' coats are red and the baby's are blue.
If he were to know, were he to see, he would say.
She is big for her age and quite at ease.
It is quite some time since he ate.
He sleeps less then because of the light nights.
Once he is calmer then his tea can be given.
A plan was effected by the team in May.
He was excepted from the charge.
The story was read aloud to him.
Every brake was checked on his chair.
To loose the straps, press the red button.
Flat affect, in her notes, means a still face.
I asked that he wash himself.
Whatever he choose, we shall back him.
The Khans do not drive.
Fish and chips is his favourite tea.
The club he goes to helps him.
The aunt she talks to knows.
What troubles you is the noise.
Nobody but they knows.
Her will leaves the house to the boys.
They have need of a ramp.
They have change in the tin for the bus.
All he does is sleep.
Had the family been offered more they would have come.
Been to A&E twice since June.
Is he very anxious? Is she quite well?
A unit, a used chair, a one-off, a European trip, a ukulele and a utensil.
An unusual day, an unmet need, an hour, an heir, an honest lad.
What it is is hard to say.
She gave her her coat.
He put it on on his own.
The people there like him.
He went up there by bus, and there staff met him.
Its clear water is good for him.
The club and its not very warm hall are by the canal.
Let Amir enjoy it.
Between Mum and Dad is a long silence.
First floor flat, no lift. Sleeps on floor.
He is on second floor duty on Fridays.
As is his wont, he sat by the door.
Many like him; several feel as he does.
They're family, and they're home by four.
Mum says it's name-calling that upsets him most.
They are to blame, and it was to last.
“I goed to the park and I seed a dog,” he told me.
""".strip().split("\n")


@pytest.fixture(scope="module")
def docs():
    """Annotate every sentence once, together."""
    return list(annotate(load(), [mini_document([("The family's views", text)]) for text in SOUND]))


@pytest.mark.parametrize("index", range(len(SOUND)), ids=lambda i: SOUND[i])
def test_nothing_is_found_in_sound_english(index, docs):
    rubric = load_rubric("swindon-2022")
    context = Context(rubric, rubric.criterion("general.spelling"), {})
    assert [finding.quote for finding in check(docs[index], context).findings] == []
