from .announcement import Announcement, Reading
from .conclusion import Conclusion
from .draft_line import DraftLine
from .evidence import Evidence
from .explanation import Explanation, ExplanationFile
from .extension import Extension
from .finding import Finding, FindingUnit
from .public_summary import PublicSummary
from .recommendation import Recommendation
from .remediation import Remediation
from .review import Comment, CommentReply, Review

__all__ = [
    "Announcement",
    "Comment",
    "CommentReply",
    "Conclusion",
    "DraftLine",
    "Evidence",
    "Explanation",
    "ExplanationFile",
    "Extension",
    "Finding",
    "FindingUnit",
    "PublicSummary",
    "Reading",
    "Recommendation",
    "Remediation",
    "Review",
]
