"""Who in a sentence is not the client: words that name somebody, and how far such a name reaches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from goalctl.rules.wording import verbs
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.patterns import words

_KIN = words(
    """
    aunt auntie baby boy boyfriend bride brother child children cousin dad dada daddy daughter eldest ex family father
    fiance fiancee folk folks gf girlfriend gramps gran granda grandad grandchild granddad granddaughter grandfather
    grandma grandmother grandpa grandparent grandson granny groom guardian hubby husband in-laws kid kin ma mam mama
    mammy mom mommy mother mum mummy nan nana nephew niece oldest other-half papa parent partner pop relation relative
    sibling sister son spouse teen teenager toddler twin uncle wife youngest
    """
)
_KIN_BEFORE = ("great-", "grand", "step-", "step", "foster", "ex-", "half-", "half", "god", "co-")
_ROLES = words(
    """
    abuser accountant actor adjuster administrator adviser advisor advocate agent aide appointee arbitrator assailant
    assessor assistant attacker attendant attorney auditor author babysitter bailiff baker barber barrister befriender
    bishop bloke boss bouncer broker buddy builder bully bursar butcher buyer captain caregiver carer caretaker
    carpenter chancellor chap chaplain chef chief childminder choirmaster cleaner clerk cna coach colleague collector
    commander commissioner companion concierge conductor consultant contractor coordinator cop coroner councillor
    counsellor counselor courier cpn creditor crush custodian customer date deacon dealer dean decorator defender deputy
    detective dietitian director dispatcher doctor donor doula dr driver dsp editor educator employee employer enemy
    evaluator examiner executive executor facilitator farmer fella fellow follower founder friend funder gal gardener
    gent girl governor gp grader grocer guarantor guard guest guy hairdresser handler headmaster headmistress
    headteacher helper host imam inspector installer instructor insurer intern interpreter interviewer investigator
    investor invigilator janitor joiner judge juror lad lady landlady landlord lass lawyer leader lecturer lender
    lifeguard locksmith locum lodger lover lpn magistrate maid manager marker mate matron mayor mechanic mediator member
    mentor messenger midwife minder minister moderator monitor nanny navigator neighbor neighbour np nun nurse offender
    officer official ombudsman opponent orderly organiser organizer ot overseer owner painter pal para paramedic
    paraprofessional passenger pastor payee pcp peer pensioner perpetrator person physio pilot planner plasterer plumber
    po porter practitioner preacher prescriber presenter president priest principal proctor producer professor
    proprietor prosecutor provider publican publisher pupil rabbi radiographer recruiter referee registrar rep reporter
    representative resident retailer reviewer rn scheduler scout secretary selector seller senco sergeant sheriff singer
    sitter skipper slt soldier solicitor sponsor stalker steward stranger student substitute superintendent supervisor
    supplier surgeon surrogate surveyor ta tailor teacher tech tenant trader trainer translator treasurer trustee tutor
    umpire undertaker usher vendor vet vicar victim visitor volunteer waiter warden warder welder worker writer
    youngster youth
    """
)
_PLURALS_ALONE = words(
    """
    adults boys clients elders exes girls guys ladies lads men outsiders patients people players police residents staff
    villagers women youths
    """
)
_BODIES = words(
    """
    administration agency airline army assembly association authorities authority band bank board bureau cafcass camhs
    centrelink charity choir church city class clinic club cmht co-op college commission committee community company
    congregation constabulary consulate corporation council county court cps crew daycare dcfs department dhs diocese
    directorate district dmv dva dvla dwp embassy enquiry faculty federation firm foundation gang government guild
    helpline hmrc hospice hospital hr immigration inquest inquiry inspectorate institute institution insurance jobcentre
    jury kindergarten lab league legion management medicaid medicare ministry mosque nhs nursery office ofsted orchestra
    organisation organization panel parish parliament payroll personnel pharmacy police preschool prison probation
    prosecution public reception regiment school senate services society sorority ssa staff surgery switchboard
    synagogue team temple tribe tribunal union university uscis va village ward world
    """
)
_OF_TWO = {
    tuple(pair.split("-"))
    for pair in words(
        """
        ad-litem call-center call-centre care-home charge-nurse citizens-advice claims-adjuster crossing-guard
        custody-evaluator day-center day-centre direct-care discharge-planner financial-aid front-desk group-home
        halfway-house hearing-officer help-desk home-office job-center job-centre legal-aid nursing-home
        occupational-health oxford-house process-server sober-house social-security victim-support visit-supervisor
        youth-justice
        """
    )
}
"""Persons and bodies in two words of which the first is none, and may look like a verb."""

_BODIES_LAST = words(
    """
    affairs group lead master mistress people project provider scheme section service services unit
    """
)
"""What is a body only behind another word: pension people, the befriending scheme."""

_ANYBODY = words("anybody anyone enemies everybody everyone no-one nobody none others somebody someone strangers")
_NO_ONE = {("no", "one"), ("the", "others")}
_NO_DEPARTMENTS = words("apology biology geology ideology mythology psychology technology theology")
_NO_ISTS = words(
    """
    assist blacklist checklist consist exist fist hoist insist list mist moist persist playlist resist shortlist subsist
    twist waist waitlist wishlist wrist
    """
)
_NO_MATES = words("approximate climate estimate german human intimate roman talisman ultimate")
_OWNERS = words("her his my our their your")
_DETERMINERS = _OWNERS | words(
    """
    a all an another any both each eight either every few five four half many miss more most mr mrs ms neither nine no
    one other seven several six some ten that the these this those three two
    """
)
_COUNTS = words(
    """
    all any both each five four half majority many most much neither none one rest seven several six some ten three two
    """
)
_BEFORE_PERSONS = words(
    """
    absent admin adoptive adult appeal asylum attending bank benefit benefits best big biological birth blended care
    case chief child child's children's class clinical close community county court credit crown current customer day
    debt deputy disability district drama drug duty elder eldest estranged ex examining family fellow first floor
    football form former foster grown grown-up head health high home hospital hostel housing human immigration inpatient
    insurance job key lead letting liaison line little loan local maths mental mortgage music national new night
    occupational office old older online other outpatient own parish parole pension pensions personal police primary
    prison probation public receiving remote residential respite school second secondary senior shift shop sick social
    special student supervising support tax teaching teenage third total travel treating trial unit visiting ward
    welfare work young younger youngest youth
    """
)
_NO_MODIFIERS = verbs.BEING | words(
    """
    a about after against all among an and any around as asks at before behind by can did do does for from gets had has
    have her him his how i if in into is it me more my nor not of off on onto or our out over per she so than that the
    their them they this through till to towards under until up us we what when where which while who whom whose why
    will with without you your
    """
)
_MOST_MODIFIERS = 3
_NAMED_BY = words(
    "aunt auntie brother coach cousin dr father grandma grandpa judge nurse officer pastor professor sergeant sister "
    "uncle"
)


NAMED = _KIN | _ROLES | _BODIES
"""Words that name somebody, or a body, in the singular."""


@cache
def is_person(word: str) -> bool:
    """Whether the word names somebody, or a body of people, by kinship, by office or by being there."""
    return is_kin(word) or _is_role(word) or is_body(word) or word in _ANYBODY or word in _PLURALS_ALONE


def is_kin(word: str) -> bool:
    """`Mum`, `ex-stepbrothers`, `mother-in-law`."""
    bare = word.removesuffix("-in-law")
    if bare in _KIN or _singular(bare) in _KIN:
        return True
    return any(bare.startswith(before) and is_kin(bare.removeprefix(before)) for before in _KIN_BEFORE)


def _is_role(word: str) -> bool:
    """`Teachers`, `co-worker`, `bandmates`, `psychologist`."""
    last = _singular(word.rpartition("-")[2])
    is_ist = last.endswith(("ist", "ician")) and len(last) > len("artist") and last not in _NO_ISTS
    is_mate = last.endswith(("keeper", "man", "mate")) and last not in _NO_MATES
    return last in _ROLES or is_ist or is_mate or last.endswith("worker")


def is_body(word: str) -> bool:
    """`Court`, `council`, `the universities`, `neuropsychology`."""
    return word in _BODIES or _singular(word) in _BODIES or (word.endswith("ology") and word not in _NO_DEPARTMENTS)


def is_many(word: str) -> bool:
    """Whether it is a plural, whose verb takes no `-s`."""
    bare = word.removesuffix("-in-law")
    is_odd = bare in _PLURALS_ALONE or bare.endswith(("children", "folk", "men", "people", "women"))
    return is_odd or (bare.endswith("s") and not bare.endswith(("ss", "boss")))


def person_end(tokens: Sequence[str], place: int) -> int:
    """Where the words end that name somebody from that place on; the place itself where they name nobody.

    With what goes before, as in `at least two of her older sisters`, and with what two words name: `school board`.
    """
    start = _behind_counts(tokens, place)
    if tuple(tokens[start : start + 2]) in _NO_ONE:
        return start + 2
    first = next((n for n in range(start, len(tokens)) if not _is_determiner(tokens[n])), len(tokens))
    found, is_owned = place, first > place
    for n in range(first, min(len(tokens), first + 2 * _MOST_MODIFIERS)):
        if _is_head(tokens, n, is_first=n == first):
            found = n + 1
        elif tokens[n].endswith(("'s", "s'")):
            first, is_owned = n + 1, True
        elif n - first >= _MOST_MODIFIERS or not _goes_on(tokens, n, is_owned=is_owned, is_found=found > place):
            break
    return _with_name(tokens, found) if found > place else place


def is_named(said: Sequence[str]) -> bool:
    """Whether a name stands behind the kinship or the office: aunt Vera."""
    return said[-2:-1] != () and said[-2].rpartition("-")[2] in _NAMED_BY and not is_person(said[-1])


def _is_determiner(word: str) -> bool:
    return word in _DETERMINERS or word.isdigit()


def _is_head(tokens: Sequence[str], place: int, *, is_first: bool) -> bool:
    if is_person(tokens[place]):
        return True
    return not is_first and (tokens[place] in _BODIES_LAST or (tokens[place - 1], tokens[place]) in _OF_TWO)


def _behind_counts(tokens: Sequence[str], place: int) -> int:
    """Behind `at least two of`, `not one of`, `four out of`."""
    n = place
    if tuple(tokens[n : n + 2]) in {("at", "least"), ("at", "most"), ("more", "than")}:
        n += 2
    n += tuple(tokens[n : n + 2]) in {("not", "one"), ("the", "majority"), ("the", "rest")}
    is_number = n < len(tokens) and (tokens[n] in _COUNTS or tokens[n].isdigit())
    if is_number and tuple(tokens[n + 1 : n + 3]) == ("out", "of"):
        return n + 3
    return n + 2 if is_number and tuple(tokens[n + 1 : n + 2]) == ("of",) else n


def _goes_on(tokens: Sequence[str], place: int, *, is_owned: bool, is_found: bool) -> bool:
    """Whether the word may belong to a name that ends later: `support` in `her support worker`."""
    word, then = tokens[place], tokens[place + 1 : place + 2]
    if word in _BEFORE_PERSONS or (word, *then) in _OF_TWO:
        return True
    if word in _NO_MODIFIERS or not word[:1].isalpha():
        return False
    if not is_found and (is_owned or (word.endswith("ing") and any(map(is_body, then)))):  # nursing board
        return True
    return _is_before_head(tokens, place)


def _is_before_head(tokens: Sequence[str], place: int) -> bool:
    """Whether it is no verb, and whom it describes follows: `dog warden`."""
    is_verb = bool(bases(tokens[place]) & verbs.KNOWN) or tokens[place].endswith(("ed", "ly"))
    return not is_verb and place + 1 < len(tokens) and _is_head(tokens, place + 1, is_first=False)


def _with_name(tokens: Sequence[str], end: int) -> int:
    """With a name behind it: `Aunt Vera`."""
    if (
        tokens[end - 1].rpartition("-")[2] not in _NAMED_BY
        or end + 1 >= len(tokens)
        or not tokens[end + 1].endswith("s")
    ):
        return end
    is_name = tokens[end].isalpha() and tokens[end] not in _NO_MODIFIERS and not bases(tokens[end]) & verbs.KNOWN
    return end + 1 if is_name else end


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > len("pies"):
        return word[:-3] + "y"
    if word.endswith("wives"):
        return word[:-3] + "fe"
    if word.endswith(("ches", "shes", "sses")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
