-- Under which packs and parameters a case lies: no time passes over one whose rules the service does not know.

alter table worklist add column rules text collate "C";

create index worklist_rules on worklist (rules, case_id) where late_from is not null;
