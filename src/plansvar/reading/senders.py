"""Who a document comes from: the municipality (or region, or joint authority) and the unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from plansvar.language.folding import bare
from plansvar.language.vocabulary import vocabulary

HEAD = 2500
_HEAD_WEIGHT = 4
_NEEDED = 3
_NEEDED_ALONE = 2
_SHORT = 80
_LONGEST = 60


def municipality_of(text: str, hints: Iterable[str] = ()) -> str | None:
    """The municipality that the text comes from, as printed ("Örebro kommun"); null when the text
    names none, or only in passing."""
    top = "\n".join([*hints, *_short_lines(text[:HEAD])])
    scores: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = {}
    for weight, where in ((1, text), (_HEAD_WEIGHT, top)):
        for form in _named(where):
            scores[_key(form)] += weight
            printed.setdefault(_key(form), Counter())[form] += 1
    for place in [*scores]:
        scores[place] += _web_mentions(text, place)
    for form in _with_units(text[:HEAD]):
        scores[_key(form)] += _NEEDED
    for form in _leading(text[:HEAD]):
        scores[_key(form)] += 1
    if not scores:
        return _by_address(text)
    (best, score), *others = scores.most_common(2)
    rival = others[0][1] if others else 0
    needed = _NEEDED_ALONE if score >= 2 * rival else _NEEDED
    if score < needed or score == rival:
        return None if rival else _by_address(text)
    return _tidy(printed[best])


def reporting_unit(
    title: str, hints: Sequence[str], lines: Sequence[str], running: Sequence[str]
) -> str | None:
    """The unit that reports: named by the title, by the lines likely to be the title, by the first
    `lines` of the text, or else by what is `running` above and below the pages."""
    appendix = vocabulary("documents")["layout"]["appendix"]
    own = [h for h in hints[:4] if not (h.startswith(appendix) or _is_remark(h))]
    short = [line for line in lines if len(line) <= _LONGEST and not _is_remark(line)]
    # "Socialnämnden. Beslutad den 17 december": a unit that is a sentence of its own
    alone = [line.split(". ")[0] for line in lines if len(line) > _LONGEST]
    alone = [part for part in alone if unit_pattern().fullmatch(part)]
    return unit_in(title) or organisation_of(*own, *alone, *short) or _on_every_page(running)


def _is_remark(line: str) -> bool:
    """Whether a line heads what a unit says of a report: "Kommunledningskontorets kommentar"."""
    found = unit_pattern().match(line)
    behind = bare(line[found.end() :]).strip(" .:") if found and found[0].endswith("s") else ""
    return behind in {bare(word) for word in vocabulary("documents")["layout"]["remarks"]}


def organisation_of(*lines: str) -> str | None:
    """The first unit that the lines name ("Kommunledningskontoret"); the genitive s is dropped."""
    for line in lines:
        found = unit_pattern().search(line)
        while found and bare(found[0]) in _not_units():
            found = unit_pattern().search(line, found.end())
        if found:
            return _without_genitive(found[0])
    return None


def unit_in_title(title: str) -> str | None:
    """The unit that a title names in small letters: "Plan 2025 för socialnämnden"."""
    endings = [e for e in _units()["endings"] if e.endswith(("n", "t"))]
    joining = "|".join(vocabulary("documents")["layout"]["joining"])
    ends = "|".join(sorted(endings, key=len, reverse=True))
    hyphened = rf"(?:[a-zåäö]+-,? (?:[a-zåäö]+-,? )*(?:{joining}) )?"
    match = re.search(rf"(?<![\w-]){hyphened}[a-zåäö]{{3,}}(?:{ends})s?(?!\w)", title)
    if match is None or bare(match[0]).removesuffix("s") in _not_units():
        return None
    unit = _without_genitive(match[0])
    return unit[0].upper() + unit[1:]


def unit_in(title: str) -> str | None:
    """The unit that a title names, with a capital or without."""
    return organisation_of(title) or unit_in_title(title)


def is_central(unit: str) -> bool:
    """Whether a unit speaks for the whole municipality ("Kommunstyrelsen")."""
    return re.match("|".join(_units()["central"]), bare(unit)) is not None


def _on_every_page(running: Iterable[str]) -> str | None:
    """The only unit that headers and footers name; the board of the whole municipality may stand
    there for all units."""
    units = {unit for line in running if (unit := organisation_of(line))}
    only = units.pop() if len(units) == 1 else None
    return None if only is None or is_central(only) else only


def _short_lines(text: str) -> list[str]:
    """Lines that stand alone, as a sender's name does; not sentences."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if len(line) <= _SHORT and not line.endswith((".", ","))]


def _leading(text: str) -> list[str]:
    """Municipalities that a line begins with: who speaks is most often the subject."""
    starts = [found.start() for found in re.finditer(r"^\S", text, re.MULTILINE)]
    matches = (_municipal_pattern().match(text, start) for start in starts)
    return [form for found in matches if found for form in _named(found[0])]


def _with_units(text: str) -> list[str]:
    """Municipalities named with the unit that speaks: "Räddningsnämnden i Motala kommun"."""
    found = []
    at = "|".join(_units()["at"])
    for unit in unit_pattern().finditer(text):
        below = re.match(rf"\s*(?:{at})?\s+", text[unit.end() :])
        place = _municipal_pattern().match(text, unit.end() + (below.end() if below else 0))
        found += _named(place[0]) if place else []
    return found


def _named(text: str) -> list[str]:
    joint = [" ".join(found[0].split()) for found in _joint_pattern().finditer(text)]
    regions = [found[0] for found in _region_pattern().finditer(text)]
    towns = [" ".join(found[0].split()) for found in _municipal_pattern().finditer(text)]
    towns = [town for town in towns if bare(town.split()[0]) not in _not_names()]
    return [_plain_form(form) for form in towns] + [
        *(_named_region(region) for region in regions),
        *joint,
    ]


def _named_region(form: str) -> str:
    names = {name.upper(): name for name in _vocabulary()["regions"]}
    return str(names.get(form, form))


def _plain_form(form: str) -> str:
    """Without the genitive s of the last word: "Kils kommuns" is "Kils kommun"."""
    plain = form.removesuffix("s")
    return plain if plain.split()[-1].lower() in _vocabulary()["forms"] else form


def _key(form: str) -> str:
    """One key for "Örebro kommun" and "Örebro kommuns", "Göteborgs Stad" and "GÖTEBORGS STAD"."""
    words = bare(form).split()
    forms = {bare(word) for word in _vocabulary()["forms"]}
    if words[-1] not in forms:
        return " ".join(words)
    name = " ".join(words[:-1])
    known = _folded_names()
    if name not in known and name.removesuffix("s") in known:
        name = name.removesuffix("s")
    return name


def _tidy(printed: Counter[str]) -> str:
    mixed = [form for form, _ in printed.most_common() if not form.isupper()]
    if mixed:
        return mixed[0]
    form = printed.most_common(1)[0][0]
    *name, last = form.split()
    return " ".join([*(word.title() for word in name), last.lower()])


def _web_mentions(text: str, place: str) -> int:
    address = re.escape(bare(place).replace(" ", ""))
    return min(4, len(re.findall(rf"(?<![\w.]){address}\.se\b|@{address}\.se\b", bare(text))))


def _by_address(text: str) -> str | None:
    """The one municipality whose own address the text bears: "www.alingsas.se"."""
    known = {bare(name).replace(" ", ""): name for name in _vocabulary()["municipalities"]}
    named = {
        known[found[1]]
        for found in re.finditer(r"(?:www\.|@|(?<![\w./@-]))([a-z-]+)\.se(?![\w.-]*@)", bare(text))
        if found[1] in known
    }
    return f"{named.pop()} {_vocabulary()['forms'][0]}" if len(named) == 1 else None


def _without_genitive(unit: str) -> str:
    endings = tuple(f"{ending}s" for ending in _units()["endings"])
    return unit[:-1] if unit.lower().endswith(endings) else unit


def _vocabulary() -> dict[str, list[str]]:
    return vocabulary("municipalities")


def _units() -> dict[str, list[str]]:
    units: dict[str, list[str]] = vocabulary("documents")["organisations"]
    return units


@cache
def _not_names() -> frozenset[str]:
    return frozenset(bare(word) for word in _vocabulary()["not_names"])


@cache
def _not_units() -> frozenset[str]:
    return frozenset(bare(word) for word in _units()["not_units"])


@cache
def _folded_names() -> frozenset[str]:
    return frozenset(bare(name) for name in _vocabulary()["municipalities"])


@cache
def _municipal_pattern() -> re.Pattern[str]:
    """A name of one or two capitalised words before "kommun", "Stad": "Lilla Edets kommun"."""
    names = "|".join(
        re.escape(name) for name in sorted(_vocabulary()["municipalities"], key=len, reverse=True)
    )
    forms = "|".join(_vocabulary()["forms"])
    known = rf"(?:{names})s?"
    other = r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
    loud = rf"(?:(?:{names.upper()})S?|[A-ZÅÄÖ]{{3,}})"
    return re.compile(
        rf"\b(?:(?:{known}|{other})[ \n](?:{forms}|{forms.title()})s?"
        rf"|{loud}[ \n](?:{forms.upper()}))\b"
    )


@cache
def _region_pattern() -> re.Pattern[str]:
    names = sorted(_vocabulary()["regions"], key=len, reverse=True)
    loud = [name.upper() for name in names]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, [*names, *loud]))})\b")


@cache
def _joint_pattern() -> re.Pattern[str]:
    """A joint authority: "Alingsås och Vårgårda räddningstjänstförbund"."""
    endings = "|".join(_vocabulary()["joint"])
    name = r"[A-ZÅÄÖ][\wåäö-]+"
    joining = "|".join(vocabulary("documents")["layout"]["joining"])
    leading = "|".join(ending for ending in _vocabulary()["joint"] if ending.endswith("et"))
    return re.compile(
        rf"\b{name}(?: (?:(?:{joining}) )?{name}){{0,3}} (?i:{endings})\b"
        rf"|\b(?i:{leading}) {name}(?: (?:(?:{joining}) )?{name}){{0,3}}"
    )


@cache
def unit_pattern() -> re.Pattern[str]:
    endings = "|".join(sorted(_units()["endings"], key=len, reverse=True))
    joining = "|".join(vocabulary("documents")["layout"]["joining"])
    hyphened = rf"[A-ZÅÄÖ]\w*-,? (?:\w+-,? )*(?:{joining}) \w*(?:{endings})s?\b"
    paired = rf"[A-ZÅÄÖ]\w+ (?:{joining}|&) \w+(?:{endings})s?\b"
    single = rf"(?=[A-ZÅÄÖ])\w*(?:{endings})s?\b"
    whole = "|".join(_units()["whole"])
    company = vocabulary("documents")["organisations"]["company"]
    return re.compile(rf"\b(?:{whole}|{hyphened}|{paired}|{single}|{company})")
