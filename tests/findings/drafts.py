"""A draft by sentences: what it says, and the page of the words of a finding."""

from django.urls import reverse

from findings.sentences import sentences_of

WORDS = "Một số hồ sơ trả lại chưa kèm phiếu từ chối theo mẫu."


def words_of(finding):
    return reverse("findings:finding_words", args=[finding.pk])


def said(inspection):
    return [one.words for one in sentences_of(inspection)]
