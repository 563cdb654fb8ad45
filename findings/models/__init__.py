from .announcement import Announcement, Reading
from .conclusion import Conclusion
from .evidence import Evidence
from .explanation import Explanation, ExplanationFile
from .extension import Extension
from .finding import Finding, FindingUnit
from .recommendation import Recommendation
from .remediation import Remediation

__all__ = [
    "Announcement",
    "Conclusion",
    "Evidence",
    "Explanation",
    "ExplanationFile",
    "Extension",
    "Finding",
    "FindingUnit",
    "Reading",
    "Recommendation",
    "Remediation",
]
