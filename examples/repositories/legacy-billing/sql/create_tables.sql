CREATE TABLE invoices (
  number_ VARCHAR2(32) PRIMARY KEY,
  body CLOB
);
