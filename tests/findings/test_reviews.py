"""A second person reads the draft: comments on sentences, threads, and nothing for the unit."""

import pytest
from django.urls import reverse

from findings.actions import conclusions, findings, reviews
from findings.models import Comment, CommentReply, Review
from inspections import workflow
from inspections.models import InspectionType
from reform_portal.common.models import AuditEntry
from reform_portal.common.waiting import waiting_for
from reform_portal.common.workflow import Refused

CANARY = "CANARY góp ý nội bộ"


def at(name, *parts):
    return reverse(f"findings:{name}", args=parts)


@pytest.fixture
def drafting(make, world):
    inspection = make.inspection(world, status="drafting")
    make.finding(inspection)
    make.conclusion(inspection)
    return inspection


@pytest.fixture
def opened(make, world, drafting):
    """An open comment of the member on the only sentence."""
    return make.comment(drafting, on=drafting.findings.get(), by=world.member)


def announce(inspection, head):
    return workflow.inspection.take("announce", inspection, by=head)


@pytest.mark.embedded
def test_a_member_comments_on_one_sentence(drafting, browse):
    mark = f"f{drafting.findings.get().pk}"
    client, url = browse("member"), f"{at('comment_add', drafting.code)}?on={mark}"
    form = client.get(url).context["form"]
    typed = {"text": CANARY, "submission": form["submission"].value()}

    answers = [client.post(url, typed).status_code for _click in "12"]

    comment = Comment.objects.get()
    assert answers == [302, 302]
    assert (comment.mark, comment.said) == (mark, drafting.findings.get().text)
    assert AuditEntry.objects.about(comment).get().verb == "comment.write"
    assert CANARY in browse("head").get(at("drafting", drafting.code)).content.decode()


def test_a_comment_on_a_sentence_that_is_gone_is_not_lost(drafting, browse):
    answer = browse("member").post(
        f"{at('comment_add', drafting.code)}?on=f999999", {"text": CANARY}
    )

    assert (answer.status_code, Comment.objects.count()) == (422, 0)
    assert CANARY in answer.content.decode()


def test_a_comment_stays_when_its_sentence_is_taken_out(opened, drafting, member, browse):
    findings.delete_finding(drafting.findings.get(), by=member)

    opened.refresh_from_db()
    seen = browse("head").get(at("drafting", drafting.code)).content.decode()
    assert (opened.mark, opened.said in seen) == ("", True)


def test_open_comments_keep_the_draft_from_being_announced(opened, drafting, head, browse):
    with pytest.raises(Refused, match="1"):
        announce(drafting, head)

    page = browse("head").get(at("issuing", drafting.code))
    assert at("drafting", drafting.code) in [url for _sentence, url in page.context["gaps"]]


@pytest.mark.parametrize(("step", "note"), [("take_up", ""), ("leave", "Đúng theo biên bản.")])
def test_once_it_is_settled_the_draft_goes_out(step, note, opened, drafting, head, browse):
    browse("head").post(at("comment_step", opened.pk, step), {"note": note})

    assert announce(drafting, head).status == "announced"
    assert AuditEntry.objects.about(opened).get().verb == f"comment.{step}"
    assert [reply.text for reply in opened.replies.all()] == ([note] if note else [])


def test_a_sentence_is_left_as_it_is_only_with_a_reason(opened, browse):
    browse("head").post(at("comment_step", opened.pk, "leave"), {"note": " "})

    opened.refresh_from_db()
    assert opened.status == "open"


def test_whoever_commented_does_not_settle_it_and_may_open_it_again(opened, browse):
    member = browse("member")
    assert member.post(at("comment_step", opened.pk, "take_up")).status_code == 403
    assert member.post(at("comment_step", opened.pk, "leave"), {"note": "x"}).status_code == 403
    browse("head").post(at("comment_step", opened.pk, "take_up"))

    member.post(at("comment_step", opened.pk, "reopen"), {"note": "Chưa sửa."})

    opened.refresh_from_db()
    assert opened.status == "open"


def test_answers_make_a_thread(opened, browse):
    url = at("comment_reply", opened.pk)
    browse("head").post(url, {"text": "Đã đối chiếu."})
    browse("member").post(url, {"text": "Cảm ơn."})

    assert [row.text for row in CommentReply.objects.all()] == ["Đã đối chiếu.", "Cảm ơn."]


def test_an_announced_draft_is_not_commented_on(make, world, announced, browse):
    comment = make.comment(announced, by=world.member)

    browse("head").post(at("comment_step", comment.pk, "take_up"))

    comment.refresh_from_db()
    assert comment.status == "open"
    answer = browse("member").post(at("comment_add", announced.code), {"text": CANARY})
    assert (answer.status_code, Comment.objects.count()) == (422, 1)


@pytest.mark.parametrize("status", ["announced", "explained", "concluded"])
@pytest.mark.parametrize(
    "page", ["draft", "announcement", "explanations", "inspection_findings", "drafting", "issuing"]
)
def test_the_unit_never_reads_a_comment(page, status, make, world, browse):
    inspection = make.inspection(world, status=status)
    finding = make.finding(inspection)
    make.conclusion(inspection, signer=world.head)
    made = make.comment(inspection, on=finding, by=world.member, text=CANARY)
    client = browse("official")

    pages = [client.get(at(page, inspection.code)), client.get(finding.get_absolute_url())]
    pages += [client.get(inspection.get_absolute_url()), client.get("/search/?q=CANARY")]

    assert not any("CANARY góp" in one.content.decode() for one in pages)
    assert client.get(at("comment_reply", made.pk)).status_code == 404
    assert client.post(at("comment_step", made.pk, "take_up")).status_code == 404


def test_the_head_asks_a_member_who_did_not_write(drafting, browse, world, member):
    browse("head").post(at("review_ask", drafting.code), {"reviewer": world.member.pk})

    review = Review.objects.get()
    assert (review.reviewer, review.status) == (world.member, "asked")
    waits = [item.url for item in waiting_for(member)]
    assert review.get_absolute_url() in waits
    assert AuditEntry.objects.about(review).get().verb == "review.ask"


@pytest.mark.parametrize("who", ["head", "stranger", "planner", "official"])
def test_the_head_and_people_from_elsewhere_do_not_review(who, drafting, browse, world):
    answer = browse("head").post(
        at("review_ask", drafting.code), {"reviewer": getattr(world, who).pk}
    )

    assert (answer.status_code, Review.objects.count()) == (422, 0)


def test_nobody_reviews_the_own_words(drafting, head, member, world):
    conclusions.write_conclusion(drafting, by=member, seen_version=1, assessment="Tốt.")

    with pytest.raises(Refused):
        reviews.ask_for_review(drafting, by=head, reviewer=world.member)


def test_whoever_writes_meanwhile_does_not_finish(make, drafting, member, world):
    review = make.review(drafting, by=world.head, reviewer=world.member)
    conclusions.write_conclusion(drafting, by=member, seen_version=1, assessment="Tốt.")

    with pytest.raises(Refused):
        reviews.move_review(review, "finish", by=member)


def test_nobody_is_asked_twice_at_once(make, drafting, browse, world):
    make.review(drafting, by=world.head, reviewer=world.member)

    answer = browse("head").post(at("review_ask", drafting.code), {"reviewer": world.member.pk})

    assert (answer.status_code, Review.objects.count()) == (422, 1)


def test_a_review_that_is_asked_for_is_waited_for(make, drafting, head, member, world):
    review = make.review(drafting, by=world.head, reviewer=world.member)
    with pytest.raises(Refused):
        announce(drafting, head)

    reviews.move_review(review, "finish", by=member)

    assert announce(drafting, head).status == "announced"


def test_where_the_type_asks_for_it_the_draft_is_reviewed_first(
    make, drafting, head, member, world
):
    InspectionType.objects.update(requires_review=True)
    with pytest.raises(Refused):
        announce(drafting, head)

    review = reviews.ask_for_review(drafting, by=head, reviewer=world.member)
    reviews.move_review(review, "finish", by=member)

    assert announce(drafting, head).status == "announced"


def test_whoever_writes_after_the_review_was_no_second_person(make, world, drafting, head, member):
    InspectionType.objects.update(requires_review=True)
    make.member(drafting.delegation, world.planner)
    review = reviews.ask_for_review(drafting, by=head, reviewer=world.member)
    reviews.move_review(review, "finish", by=member)
    conclusions.write_conclusion(drafting, by=member, seen_version=1, assessment="Tốt.")

    with pytest.raises(Refused, match="soát xét"):
        announce(drafting, head)
    make.review(drafting, by=world.head, reviewer=world.planner, status="done")

    assert announce(drafting, head).status == "announced"


def test_whoever_recorded_a_finding_may_review_the_draft(drafting, head, member, world, typed):
    given = typed(drafting, units=[world.district])
    findings.record_finding(drafting, by=member, area_id=given.pop("area"), **given)

    assert reviews.ask_for_review(drafting, by=head, reviewer=world.member).pk


def test_what_nobody_could_do_is_not_asked_for(drafting, head, member):
    InspectionType.objects.update(requires_review=True)
    conclusions.write_conclusion(drafting, by=member, seen_version=1, assessment="Tốt.")

    assert announce(drafting, head).status == "announced"


@pytest.mark.parametrize("rows", [1, 20])
def test_the_page_costs_the_same_with_few_and_many(
    rows, make, world, drafting, browse, django_assert_max_num_queries
):
    for _number in range(rows):
        comment = make.comment(drafting, on=make.finding(drafting), by=world.member)
        comment.replies.create(text="Đã rõ.", written_by=world.head, written_on="2024-06-17")
        make.review(drafting, by=world.head, reviewer=world.member, status="done")
    client = browse("head")
    client.get(at("drafting", drafting.code))

    with django_assert_max_num_queries(10):
        client.get(at("drafting", drafting.code))
