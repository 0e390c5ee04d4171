module fuyi

go 1.26
