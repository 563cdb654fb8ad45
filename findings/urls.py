"""Addresses: what belongs to an inspection stands below it, the rest by its own key."""

from django.urls import path

from .news import views as news
from .views import (
    announcing,
    conclusions,
    draft_lines,
    evidence,
    explanation_files,
    explanations,
    extensions,
    figures,
    findings,
    issuing,
    reading,
    recommendations,
    remediation,
    reviews,
)

OF = "inspections/<slug:code>"

app_name = "findings"
urlpatterns = [
    path("figures/", figures.unit_figures, name="unit_figures"),
    path("findings/", findings.finding_list, name="finding_list"),
    path("findings/<key:pk>/", findings.finding_detail, name="finding_detail"),
    path("findings/<key:pk>/edit/", findings.finding_edit, name="finding_edit"),
    path("findings/<key:pk>/delete/", findings.finding_delete, name="finding_delete"),
    path("findings/<key:pk>/evidence/", evidence.evidence_add, name="evidence_add"),
    path("evidence/<key:pk>/", evidence.evidence_file, name="evidence_file"),
    path("evidence/<key:pk>/delete/", evidence.evidence_delete, name="evidence_delete"),
    path(f"{OF}/findings/", findings.inspection_findings, name="inspection_findings"),
    path(f"{OF}/findings/new/", findings.finding_create, name="finding_create"),
    path(f"{OF}/evidence/", evidence.inspection_evidence_add, name="inspection_evidence_add"),
    path(f"{OF}/explanations/", explanations.explanations, name="explanations"),
    path(f"{OF}/explanations/draft/", explanations.explanation_edit, name="explanation_edit"),
    path(
        f"{OF}/explanations/<key:finding>/",
        explanations.explanation_edit,
        name="explanation_edit",
    ),
    path(
        "explanations/<key:pk>/<str:step>/",
        explanations.explanation_step,
        name="explanation_step",
    ),
    path(
        "explanations/<key:pk>/papers/new/",
        explanation_files.explanation_file_add,
        name="explanation_file_add",
    ),
    path(
        "explanation-papers/<key:pk>/", explanation_files.explanation_file, name="explanation_file"
    ),
    path(
        "explanation-papers/<key:pk>/delete/",
        explanation_files.explanation_file_delete,
        name="explanation_file_delete",
    ),
    path(f"{OF}/extension/", extensions.extension_ask, name="extension_ask"),
    path("extensions/<key:pk>/<str:step>/", extensions.extension_step, name="extension_step"),
    path(f"{OF}/announcement/", announcing.announcement, name="announcement"),
    path(f"{OF}/announce/", announcing.announce, name="announce"),
    path(f"{OF}/delivery/", announcing.delivery, name="delivery"),
    path(f"{OF}/drafting/", draft_lines.drafting, name="drafting"),
    path(f"{OF}/drafting/new/", draft_lines.line_add, name="line_add"),
    path(f"{OF}/drafting/move/", draft_lines.line_move, name="line_move"),
    path("findings/<key:pk>/words/", draft_lines.finding_words, name="finding_words"),
    path("draft-lines/<key:pk>/edit/", draft_lines.line_edit, name="line_edit"),
    path("draft-lines/<key:pk>/put-back/", draft_lines.line_put_back, name="line_put_back"),
    path("draft-lines/<key:pk>/keep/", draft_lines.line_keep, name="line_keep"),
    path(f"{OF}/drafting/<key:pk>/delete/", draft_lines.line_delete, name="line_delete"),
    path(f"{OF}/review/", reviews.review_ask, name="review_ask"),
    path("reviews/<key:pk>/<str:step>/", reviews.review_step, name="review_step"),
    path(f"{OF}/comments/new/", reviews.comment_add, name="comment_add"),
    path("comments/<key:pk>/answer/", reviews.comment_reply, name="comment_reply"),
    path("comments/<key:pk>/<str:step>/", reviews.comment_step, name="comment_step"),
    path(f"{OF}/issuing/", issuing.issuing, name="issuing"),
    path(f"{OF}/conclusion/", conclusions.draft, name="draft"),
    path(f"{OF}/public-summary/", news.summary, name="summary"),
    path(f"{OF}/public-summary/edit/", news.summary_edit, name="summary_edit"),
    path(f"{OF}/public-summary/<str:step>/", news.summary_step, name="summary_step"),
    path("public/", news.published_list, name="published_list"),
    path("public/<slug:code>/", news.published, name="published"),
    path(f"{OF}/part/", reading.part, name="part"),
    path(f"{OF}/conclusion/edit/", conclusions.conclusion_edit, name="conclusion_edit"),
    path(
        f"{OF}/recommendations/new/",
        recommendations.recommendation_create,
        name="recommendation_create",
    ),
    path(
        "recommendations/<key:pk>/edit/",
        recommendations.recommendation_edit,
        name="recommendation_edit",
    ),
    path(
        "recommendations/<key:pk>/delete/",
        recommendations.recommendation_delete,
        name="recommendation_delete",
    ),
    path("remediation/", remediation.remediation_list, name="remediation_list"),
    path("remediation/<key:pk>/", remediation.remediation_detail, name="remediation_detail"),
    path(
        "remediation/<key:pk>/outcome/", remediation.remediation_report, name="remediation_report"
    ),
    path(
        "remediation/<key:pk>/hand-over/",
        remediation.remediation_hand_over,
        name="remediation_hand_over",
    ),
    path("remediation/<key:pk>/<str:step>/", remediation.remediation_step, name="remediation_step"),
]
