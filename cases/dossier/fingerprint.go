package dossier

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
)

// Fingerprint reads a content to its end and gives its SHA-256 in hex, by which a dossier knows it, and its length in bytes. The error
// is that of the reader or of the context.
func Fingerprint(ctx context.Context, content io.Reader) (hash string, size int64, err error) {
	h := sha256.New()
	for {
		if err := ctx.Err(); err != nil {
			return "", 0, err
		}
		n, err := io.CopyN(h, content, 1<<20)
		size += n
		switch {
		case errors.Is(err, io.EOF):
			return hex.EncodeToString(h.Sum(nil)), size, nil
		case err != nil:
			return "", 0, err
		}
	}
}
