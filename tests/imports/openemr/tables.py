"""Small tables as OpenEMR keeps them, of invented people."""

TABLES = {
    "therapy_groups.csv": """\
group_id,group_name,group_start_date,group_end_date,group_type,group_status
1,"Calm, evenings",2026-09-01,NULL,1,10
""",
    "therapy_groups_participants.csv": """\
group_id,pid,group_patient_status,group_patient_start,group_patient_end,group_patient_comment
1,11,10,2026-09-01,NULL,
1,12,20,2026-09-01,2026-09-08,moved away
1,13,20,2026-09-01,0000-00-00,
1,14,10,2026-09-08,,
""",
    "therapy_groups_participant_attendance.csv": """\
form_id,pid,meeting_patient_comment,meeting_patient_status
101,11,,@
101,12,,~
101,13,,?
102,11,,-
102,12,,x
102,13,,@
103,11,,x
103,14,,x
104,11,,@
105,11,,@
""",
    "form_group_attendance.csv": """id,date,group_id,user,groupname,authorized,encounter_id,activity
101,2026-09-01,1,ana,Default,1,501,1
102,2026-09-08,1,ana,Default,1,502,1
103,2026-09-15,1,ana,Default,1,503,1
104,2026-09-22,1,ana,Default,1,504,0
105,2026-09-08,1,ana,Default,1,505,1
""",
    "patient_data.csv": """id,pid,fname,lname
1,11,Ana,Roth
2,12,Ben,Stone
3,13,Cleo,=Khan
4,14,Dana,Wells
""",
}


def table_files(**changed):
    """Return the files; a table may be given other text, or None to be left out."""
    texts = {**TABLES, **{f"{name}.csv": text for name, text in changed.items()}}
    return {name: text.encode() for name, text in texts.items() if text is not None}
