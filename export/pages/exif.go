package pages

import (
	"bufio"
	"encoding/binary"
	"image"
	"io"

	"golang.org/x/image/draw"
)

// The orientations of a photograph (Exif tag 0x0112): 1 as it is; 2 mirrored; 3 turned by half; 4 mirrored and turned by half; 5 and
// 7 mirrored and turned by a quarter; 6 to be turned clockwise, 8 counter-clockwise.
const (
	upright        = 1
	orientationTag = 0x0112
)

// orientation finds how a JPEG was held, upright if it does not say. Only the segments before the picture are read.
func orientation(r *bufio.Reader) int {
	var mark [4]byte
	if _, err := io.ReadFull(r, mark[:2]); err != nil || mark[0] != 0xff || mark[1] != 0xd8 {
		return upright
	}
	// A JPEG has a handful of segments; more than this is no photograph.
	for range 64 {
		if _, err := io.ReadFull(r, mark[:]); err != nil || mark[0] != 0xff || mark[1] == 0xda {
			return upright
		}
		size := int(binary.BigEndian.Uint16(mark[2:])) - 2
		if size < 0 {
			return upright
		}
		if mark[1] != 0xe1 {
			if _, err := r.Discard(size); err != nil {
				return upright
			}
			continue
		}
		segment := make([]byte, size)
		if _, err := io.ReadFull(r, segment); err != nil {
			return upright
		}
		if len(segment) > 14 && string(segment[:6]) == "Exif\x00\x00" {
			return orientationOf(segment[6:])
		}
	}
	return upright
}

// orientationOf reads the tag from the first directory of Exif data.
func orientationOf(tiff []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	if string(tiff[:2]) == "MM" {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > int64(len(tiff)) {
		return upright
	}
	n := int(order.Uint16(tiff[at:]))
	for i := range n {
		entry := at + 2 + 12*int64(i)
		if entry+12 > int64(len(tiff)) {
			return upright
		}
		if order.Uint16(tiff[entry:]) != orientationTag {
			continue
		}
		if v := int(order.Uint16(tiff[entry+8:])); v >= 1 && v <= 8 {
			return v
		}
		return upright
	}
	return upright
}

// straighten turns a photograph upright.
func straighten(m image.Image, orientation int) image.Image {
	if orientation <= upright {
		return m
	}
	flat := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(flat, flat.Bounds(), m, m.Bounds().Min, draw.Src)
	switch orientation {
	case 2, 4, 5, 7:
		mirror(flat)
	}
	return quarter(flat, map[int]int{2: 0, 3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3}[orientation])
}

// mirror swaps left and right.
func mirror(m *image.RGBA) {
	for y := range m.Rect.Dy() {
		row := m.Pix[y*m.Stride : y*m.Stride+4*m.Rect.Dx()]
		for i, j := 0, len(row)-4; i < j; i, j = i+4, j-4 {
			for k := range 4 {
				row[i+k], row[j+k] = row[j+k], row[i+k]
			}
		}
	}
}
