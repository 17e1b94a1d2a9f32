resource "aws_sqs_queue" "webhook_attempts" {
  name                       = "webhook-attempts"
  visibility_timeout_seconds = 60
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.webhook_attempts_dead_letter.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "webhook_attempts_dead_letter" {
  name                      = "webhook-attempts-dead-letter"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}
