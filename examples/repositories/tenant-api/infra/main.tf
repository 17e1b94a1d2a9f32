terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.70"
    }
  }
  backend "s3" {
    bucket = "lumenara-terraform"
    key    = "tenants-db.tfstate"
    region = "eu-central-1"
  }
}

resource "aws_db_instance" "tenants_db" {
  identifier                  = "tenants-db"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.r6g.large"
  allocated_storage           = 200
  storage_encrypted           = false
  multi_az                    = true
  manage_master_user_password = true
  username                    = "owner"
  backup_retention_period     = 14
  deletion_protection         = true
  parameter_group_name        = aws_db_parameter_group.tenants_db.name
}

resource "aws_db_parameter_group" "tenants_db" {
  name   = "tenants-db"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}
