package export

import (
	"context"
	"errors"
	"io"

	"fuyi/cases"
	"fuyi/export/chart"
)

// savedLook is that of pictures for documents: white, and sharp in print over half a page.
func savedLook() cases.ChartLook { return cases.ChartLook{Width: 720, Height: 420, Scale: 2} }

// ChartPicture draws a chart as PNG.
func (f *Files) ChartPicture(ctx context.Context, c cases.Chart, look cases.ChartLook) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	pen, err := f.pen()
	if err != nil {
		return nil, err
	}
	data, err := pen.PNG(c, look)
	if err != nil {
		return nil, &cases.Error{Op: "draw chart", Kind: cases.Internal, Err: err, Msg: "图表“" + c.Title + "”没有画成，数字仍可以在下面的表中查看。"}
	}
	return data, nil
}

// SaveChart writes a chart as a .png file.
func (f *Files) SaveChart(ctx context.Context, path string, c cases.Chart) error {
	return saveAs(path, ".png", func(w io.Writer) error {
		data, err := f.ChartPicture(ctx, c, savedLook())
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
}

// pen is the pen of charts; an Internal error where the files were made without a typeface.
func (f *Files) pen() (*chart.Pen, error) {
	err := errors.New("no typeface")
	if f.press != nil {
		var pen *chart.Pen
		if pen, err = f.press.pen(); err == nil {
			return pen, nil
		}
	}
	return nil, &cases.Error{Op: "draw chart", Kind: cases.Internal, Err: err, Msg: "程序自带的字体不能使用，不能画图表。请重新安装程序。"}
}
