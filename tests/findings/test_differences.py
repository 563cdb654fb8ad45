"""Both sides see what reads otherwise than in the announced draft."""

from django.urls import reverse

from findings.differences import IN, OUT, SAME, differences, pieces
from findings.said import said_in


def test_words_that_stayed_went_and_came():
    assert pieces("Số hóa 50 % hồ sơ", "Số hóa 100 % hồ sơ") == [
        (SAME, "Số hóa "),
        (OUT, "50"),
        (IN, "100"),
        (SAME, " % hồ sơ"),
    ]


def test_texts_with_little_in_common_are_shown_whole():
    assert pieces("Lý Thị Mai", "Sái Văn Đông") == [(OUT, "Lý Thị Mai"), (IN, "Sái Văn Đông")]


def test_long_texts_are_shown_whole():
    assert pieces("cũ " * 2_000, "mới " * 2_000) == [(OUT, "cũ " * 2_000), (IN, "mới " * 2_000)]


def test_nothing_changed_is_no_difference(make, announced):
    make.finding(announced)
    said = said_in(announced)

    assert differences(said, said_in(announced)) == []


def test_what_was_added_removed_and_changed_is_named(make, announced):
    kept, gone = make.finding(announced, text="Có lỗi."), make.finding(announced)
    point = make.recommendation(announced)
    said = said_in(announced)

    kept.text = "Có hai lỗi."
    kept.save()
    gone.delete()
    point.target, point.target_unit = 100, "%"
    point.save()
    make.finding(announced, kind="strength", text="Có sáng kiến.")

    found = differences(said, said_in(announced))
    assert [(one.part, one.state) for one in found] == [
        ("findings", "changed"),
        ("findings", "removed"),
        ("findings", "added"),
        ("recommendations", "changed"),
    ]
    assert found[3].fields[0].pieces == [(IN, "100 %")]


def test_the_unit_sees_what_the_head_changed_after_the_announcement(make, world, concluded, browse):
    point = make.recommendation(concluded, text="Số hóa hồ sơ.")
    make.announcement(concluded, by=world.head)
    point.text = "Số hóa toàn bộ hồ sơ <b>còn</b> hiệu lực."
    point.save()

    page = browse("official").get(reverse("findings:announcement", args=[concluded.code]))

    seen = page.content.decode()
    assert "toàn bộ" in seen
    assert "<b>còn" not in seen
    assert "<ins>" in seen


def test_without_an_announcement_there_is_nothing_to_compare(explained, browse):
    page = browse("official").get(reverse("findings:announcement", args=[explained.code]))

    assert page.context["changes"] is None
