-- Version 6: which court cases are no suits (非诉执行), in the row of the projection; all rows are computed anew at opening.
ALTER TABLE case_list ADD COLUMN enforcement INTEGER NOT NULL DEFAULT 0;
