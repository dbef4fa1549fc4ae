"""The suggestion beside a slip of grammar must be words that the writer can put in."""

import pytest

from advice_audit.language.grammar import slips
from advice_audit.language.pipeline import load


@pytest.mark.parametrize(
    ("text", "instead"),
    [("He is happy in what ever he chooses.", "whatever"), ("They look every where for him.", "everywhere")],
)
def test_split_words_are_written_together(text, instead):
    (sentence,) = load()(text).sents
    assert [slip.instead for slip in slips(sentence)] == [instead]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He should of been told.", ("should of", "should have")),
        ("The lifting effects his dad's back.", ("effects", "affects")),
        ("She has not ate since Friday.", ("ate", "eaten")),
        ("They missed three appointment's in May.", ("appointment's", "appointments")),
        ("He dont like the noise.", ("dont", "don't")),
        ("Each of them sleep badly.", ("Each of them sleep", "Each of them sleeps")),
        ("It is for anyone at school who need it.", ("who need", "who needs")),
        ("Leonid is resilient boy.", ("resilient boy", "a resilient boy")),
        ("His mother says that he dress himself.", ("he dress himself", "he dresses himself")),
        ("The rows has got worse since May.", ("rows has", "rows have")),
        ("The delay have been hard on them.", ("delay have", "delay has")),
        ("They moved to there flat in May.", ("there", "their")),
        ("Both parents attend there appointments.", ("there", "their")),
        ("Often he is not were she says he is.", ("were", "where")),
        ("The team has done it's job.", ("it's", "its")),
        ("Its important that staff know what upsets him.", ("Its", "It's")),
        ("He cannot be left for more then five minutes.", ("then", "than")),
        ("The flat is to small for a family of six.", ("to", "too")),
        ("The family has being known to us since 2019.", ("has being", "has been")),
        ("She can walks short distances with her frame.", ("can walks", "can walk")),
        ("He did not wanted to speak to me.", ("did not wanted", "did not want")),
        ("He had went missing from the unit.", ("had went", "had gone")),
        ("We have agree to review the package.", ("have agree", "have agreed")),
        ("We was told by the hospital that it is due.", ("We was", "We were")),
        ("The siblings argue, and they fights every day.", ("they fights", "they fight")),
        ("The family been offered an assessment.", ("family been", "family has been")),
        ("He very anxious around dogs.", ("He very anxious", "He is very anxious")),
        ("Amir enjoy cooking with his aunt at weekends.", ("Amir enjoy", "Amir enjoys")),
        ("He said that him and his mates goes to the park.", ("mates goes", "mates go")),
        ("He attends a after-school club on Tuesdays.", ("a after", "an after")),
        ("She is an very sociable child.", ("an very", "a very")),
        ("The panel agreed to fund the the scheme.", ("the the", "the")),
        ("She has fewer meltdown since the change.", ("fewer meltdown", "fewer meltdowns")),
        ("He is aware of strangers but dosen't mind them.", ("dosen't", "doesn't")),
        ("He wont eat anything green.", ("wont", "won't")),
        ("Her mothers main worry is what comes next.", ("mothers", "mother's")),
        ("He use to sleep through.", ("use", "used")),
        ("I spoke to her mum over phone on two days.", ("over phone", "over the phone")),
        ("She enjoys been outdoors.", ("been", "being")),
        ("There is four steps down to the bus stop.", ("There is", "There are")),
        ("Both of his parents was at the table.", ("Both of his parents was", "Both of his parents were")),
        ("The police has been out twice.", ("police has", "police have")),
        ("She's wrote the rules herself.", ("wrote", "written")),
        ("None of them has came.", ("came", "come")),
        ("He has been at home since the end February.", ("the end February", "the end of February")),
        ("He walked passed the chapel gate.", ("passed", "past")),
        ("He will not be lead anywhere.", ("lead", "led")),
        ("They wonder wether they like him.", ("wether", "whether")),
        ("Advise was given by the midwife.", ("Advise", "Advice")),
        ("The agency has a worker who are free.", ("who are", "who is")),
        ("It is a very quite house.", ("quite", "quiet")),
        ("She says that its like living in a shop.", ("its", "it's")),
        ("His sister's no longer go out to play.", ("sister's", "sisters")),
        ("It takes practise, like anything else.", ("practise", "practice")),
        ("It has had an affect at work.", ("an affect", "an effect")),
        ("The family are loosing heart.", ("loosing", "losing")),
        ("She as gone to her nan's.", ("She as", "She has")),
        ("He had stop leaving the house.", ("had stop", "had stopped")),
        ("The line goes no further then this form.", ("then", "than")),
    ],
)
def test_a_slip_comes_with_the_words_to_put_in(text, found):
    (sentence,) = load()(text).sents
    assert found in [(sentence.doc[slip.start : slip.end].text, slip.instead) for slip in slips(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "The side effects the doctor named have gone.",
        "The family have asked for help and the team are slow.",
        "Hand-holding, and practice at the crossing, help him.",
        "She bolts on most walks, three times since Easter.",
        "The council's own service comes weekly.",
        "Ten hours is what they have.",
        "What helps the boys is a rule.",
        "One of the lessons was about roads.",
        "He asked whose two brothers they were.",
        "They stayed there nights and days.",
        "She has to wait on the stairs until he is calm.",
        "The principal of the college wrote in March.",
        "Your right to appeal is explained overleaf.",
        "Your being there made all the difference to him.",
        "Your very kind letter reached me on Monday.",
        "He was at his friend's and stayed for tea.",
        "Her dog's at home with her nan.",
        "The school's have a different format from ours.",
        "He asked whose only coat it was.",
        "Hassan, whose two hours a week were cut, is upset.",
        "The people I see were the same people she sees.",
        "What can he use to calm down?",
        "Did he use to like baths?",
        "The card she use to ask for help is on her lanyard.",
        "It's work he likes.",
        "It's staff who carry the bags.",
        "There is quite time enough before the bus comes.",
        "Each of the boys like his brother has a place to go.",
        "The hoist makes each of them feel safe.",
        "One of the men come to mend it waved.",
        "Anyone in the families who need it can ring.",
        "He asked if could mean might.",
        "Sam is happy boy-racing round the park on his trike.",
        "It was good child care that let her work.",
        "She talks to many people at the club.",
        "The dairy of his uncle is where he works.",
        "He compliments the work of others.",
        "He would defiantly sit on the floor.",
    ],
)
def test_sound_english_is_left_alone(text):
    assert [slip for sentence in load()(text).sents for slip in slips(sentence)] == []
