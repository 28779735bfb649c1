"""Who in a sentence is not the client: words that name somebody, and how far such a name reaches."""

from __future__ import annotations

from functools import cache

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


_ANYBODY = words("anybody anyone enemies everybody everyone no-one nobody none others somebody someone strangers")
_NO_DEPARTMENTS = words("apology biology geology ideology mythology psychology technology theology")
_NO_ISTS = words(
    """
    assist blacklist checklist consist exist fist hoist insist list mist moist persist playlist resist shortlist subsist
    twist waist waitlist wishlist wrist
    """
)
_NO_MATES = words("approximate climate estimate german human intimate roman talisman ultimate")


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
