"""What stands in a workbook of a day: rows of units, people, committees and seats."""

from units.models import CommitteeMember, Post, SteeringCommittee, UnitVersion

from . import layout
from .places import Places
from .reading import read

READ_AT_ONCE = 2000


def rows_on(day, provinces):
    """{sheet: rows} as on a day; `provinces` are keys of provinces, None for all."""
    places = Places(own=provinces or ())
    return {
        layout.UNITS: _units(day, provinces, places),
        layout.PEOPLE: _people(day, provinces, places),
        layout.COMMITTEES: _committees(day, provinces, places),
        layout.SEATS: _seats(day, provinces, places),
    }


def written(rows, **how):
    """The bytes of a workbook of these rows (see `writing.write`)."""
    from .writing import write  # openpyxl takes a second to load: only where a file is made

    return write(rows, **how)


def _row(sheet, record, **other):
    """The columns a record holds itself, and the others."""
    names = {column.name for column in sheet.columns} - set(other)
    return {name: getattr(record, name) for name in names} | other


def _address(places, unit_id, day):
    """The unit as it was called on that day, or else as it was last."""
    version = unit_id and (places.of(unit_id, day) or places.last(unit_id))
    return places.address(version, max(day, version.valid_from)) if version else ""


def _units(day, provinces, places):
    versions = UnitVersion.objects.on(day).order_by("path")
    if provinces is not None:
        versions = versions.in_provinces(provinces)
    for version in versions.iterator(chunk_size=READ_AT_ONCE):
        parent = _address(places, version.parent_id, version.valid_from)
        yield _row(layout.UNITS, version, key=version.unit_id, parent=parent)


def _people(day, provinces, places):
    posts = Post.objects.on(day).select_related("person")
    if provinces is not None:
        posts = posts.in_provinces(provinces)
    for post in posts.order_by("person__full_name", "person_id", "held_from", "id"):
        person = post.person
        yield _row(
            layout.PEOPLE,
            post,
            key=person.pk,
            full_name=person.full_name,
            email=person.email,
            phone=person.phone,
            unit=_address(places, post.unit_id, post.held_from),
        )


def _standing(day, provinces):
    committees = SteeringCommittee.objects.on(day).order_by("established_on", "id")
    return committees if provinces is None else committees.filter(unit__in=provinces)


def _committees(day, provinces, places):
    for one in _standing(day, provinces):
        begin, agency = one.established_on, one.standing_agency_on(day)
        known = begin if agency == one.standing_agency_id else day
        yield _row(
            layout.COMMITTEES,
            one,
            key=one.pk,
            unit=_address(places, one.unit_id, begin),
            standing_agency=_address(places, agency, known),
        )


def _seats(day, provinces, places):
    committees = _standing(day, provinces)
    seats = CommitteeMember.objects.on(day).filter(committee__in=committees).with_posts(day)
    for seat in seats.select_related("committee", "person", "post").order_by("committee", "id"):
        post = seat.post
        yield _row(
            layout.SEATS,
            seat,
            committee_key=seat.committee_id,
            committee=seat.committee.name,
            person_key=seat.person_id,
            full_name=seat.person.full_name,
            unit=_address(places, post and post.unit_id, seat.from_on),
            title=post.title if post else "",
        )


def rows_with_remarks(content, remarks):
    """{sheet: rows} of a workbook as it was sent; `remarks`: {(sheet, number): [[cell, why]]}."""
    rows = {}
    for sheet, lines in read(content).items():
        for line in lines:
            said = remarks.get((sheet.title, line.number), ())
            why = " ".join(f"{place}: {sentence}" for place, sentence in said)
            rows.setdefault(sheet, []).append(line.written | {"remark": why})
    return rows
