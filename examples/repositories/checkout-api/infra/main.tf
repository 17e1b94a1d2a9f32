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
    key    = "checkout-db.tfstate"
    region = "eu-central-1"
  }
}

resource "aws_db_instance" "checkout_db" {
  identifier                  = "checkout-db"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.r6g.large"
  allocated_storage           = 200
  storage_encrypted           = true
  multi_az                    = true
  manage_master_user_password = true
  username                    = "owner"
  backup_retention_period     = 14
  deletion_protection         = true
  parameter_group_name        = aws_db_parameter_group.checkout_db.name
}

resource "aws_db_parameter_group" "checkout_db" {
  name   = "checkout-db"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_sqs_queue" "order_events" {
  name                       = "order-events"
  visibility_timeout_seconds = 60
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.order_events_dead_letter.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "order_events_dead_letter" {
  name                      = "order-events-dead-letter"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}
