"""What a page costs at least: raw SQL for the same rows and columns, and a plain template.

Two questions for a list (its rows, its capped count), one for each part of a record: what the page
asks, without joins that serve only its permissions. No session, account or roles, no filter form,
no frame around it: a page pays for these, a floor does not.
"""

from django.db import connection
from django.template import engines

COUNTED = "SELECT count(*) FROM (SELECT 1 FROM {table} WHERE province_id = %s LIMIT 1001) found"

FINDINGS = """
SELECT f.id, f.text, f.kind, a.code, a.name, s.name, i.code, v.type, v.name,
       (SELECT string_agg(c.type || ' ' || c.name, ', ')
          FROM findings_findingunit u JOIN units_unitversion c ON c.id = u.unit_version_id
         WHERE u.finding_id = f.id)
  FROM findings_finding f
  JOIN inspections_reformarea a ON a.id = f.area_id
  LEFT JOIN inspections_servicesector s ON s.id = f.sector_id
  JOIN inspections_inspection i ON i.id = f.inspection_id
  JOIN units_unitversion v ON v.id = i.unit_version_id
 WHERE f.province_id = %s ORDER BY f.id DESC LIMIT 26"""

INSPECTIONS = """
SELECT i.code, v.type, v.name, i.starts_on, i.ends_on, p.number, p.symbol, d.name, i.status
  FROM inspections_inspection i
  JOIN units_unitversion v ON v.id = i.unit_version_id
  JOIN inspections_plan p ON p.id = i.plan_id
  JOIN inspections_delegation d ON d.id = i.delegation_id
 WHERE i.province_id = %s ORDER BY i.starts_on DESC, i.id DESC LIMIT 26"""

INSPECTION = """
SELECT i.code, v.type, v.name, i.starts_on, i.ends_on, p.number, p.symbol, p.period_from,
       p.period_to, d.name, i.status, i.form
  FROM inspections_inspection i
  JOIN units_unitversion v ON v.id = i.unit_version_id
  JOIN inspections_plan p ON p.id = i.plan_id
  JOIN inspections_delegation d ON d.id = i.delegation_id
 WHERE i.id = %s"""

MEMBERS = """
SELECT p.full_name, m.post_title, m.role
  FROM inspections_inspection i
  JOIN inspections_delegationmember m ON m.delegation_id = i.delegation_id
  JOIN units_person p ON p.id = m.person_id WHERE i.id = %s ORDER BY m.id"""

VISITS = """
SELECT w.place, w.day, w.session, w.kind, v.type, v.name
  FROM inspections_visit w JOIN units_unitversion v ON v.id = w.unit_version_id
 WHERE w.inspection_id = %s ORDER BY w.day, w.id"""

FINDING = """
SELECT f.text, f.kind, f.cause, a.code, a.name, i.code, v.type, v.name
  FROM findings_finding f
  JOIN inspections_reformarea a ON a.id = f.area_id
  JOIN inspections_inspection i ON i.id = f.inspection_id
  JOIN units_unitversion v ON v.id = i.unit_version_id
 WHERE f.id = %s"""

UNITS = """
SELECT v.type, v.name FROM findings_findingunit u
  JOIN units_unitversion v ON v.id = u.unit_version_id WHERE u.finding_id = %s ORDER BY u.id"""

HISTORY = """
SELECT e.verb, e.actor_name, e.at, e.note
  FROM common_auditentry e JOIN django_content_type t ON t.id = e.content_type_id
 WHERE t.app_label || '.' || t.model = '{model}' AND e.object_id = %s ORDER BY e.id DESC LIMIT 50"""

QUESTIONS = """
SELECT question, asked_on, answer, answered_on
  FROM inspections_clarifyingquestion WHERE inspection_id = %s ORDER BY id"""

MINUTES = """
SELECT place, signed_on, attendees, content
  FROM inspections_minutes WHERE inspection_id = %s ORDER BY id"""

EVIDENCE = """
SELECT caption, file_name, taken_on FROM findings_evidence
 WHERE finding_id = %s ORDER BY id LIMIT 50"""

EXPLANATION = """
SELECT text, status, sent_on, reason
  FROM findings_explanation WHERE finding_id = %s"""

RECOMMENDATIONS = """
SELECT r.number, r.text, r.due_on
  FROM findings_recommendation r
  JOIN findings_recommendation_findings f ON f.recommendation_id = r.id
 WHERE f.finding_id = %s ORDER BY r.number LIMIT 50"""

PLAIN = """<!doctype html><html lang="vi"><head><title>{{ title }}</title></head><body>
<h1>{{ title }}</h1><p>{{ total }}</p>{% for rows in tables %}<table>{% for row in rows %}<tr>
{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endfor %}
</body></html>"""


def _ask(question, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()


def _page(title, *tables, total=""):
    template = engines["django"].from_string(PLAIN)
    return lambda: template.render(
        {"title": title, "tables": [ask() for ask in tables], "total": total and total()}
    )


def _list(question, table, province):
    return _page(
        "Danh sách",
        lambda: _ask(question, province)[:25],
        total=lambda: _ask(COUNTED.format(table=table), province)[0][0],
    )


def finding_list(province):
    return _list(FINDINGS, "findings_finding", province)


def inspection_list(province):
    return _list(INSPECTIONS, "inspections_inspection", province)


def inspection_detail(key):
    history = HISTORY.format(model="inspections.inspection")
    parts = (INSPECTION, MEMBERS, VISITS, QUESTIONS, MINUTES, history)
    return _page("Cuộc kiểm tra", *(_one(sql, key) for sql in parts))


def finding_detail(key):
    history = HISTORY.format(model="findings.finding")
    parts = (FINDING, UNITS, EVIDENCE, EXPLANATION, RECOMMENDATIONS, history)
    return _page("Nội dung kiểm tra", *(_one(sql, key) for sql in parts))


def _one(question, key):
    return lambda: _ask(question, key)
