resource "aws_s3_bucket" "renditions" {
  bucket = "media-renditions"
}

resource "aws_s3_bucket_versioning" "renditions" {
  bucket = aws_s3_bucket.renditions.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "renditions" {
  bucket = aws_s3_bucket.renditions.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
