from .conclusion import Conclusion
from .evidence import Evidence
from .explanation import Explanation
from .finding import Finding, FindingUnit
from .recommendation import Recommendation
from .remediation import Remediation

__all__ = [
    "Conclusion",
    "Evidence",
    "Explanation",
    "Finding",
    "FindingUnit",
    "Recommendation",
    "Remediation",
]
