package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	_ "fuyi/ui/locale" // before Fyne reads the system's language
)

// words of Fyne's own dialogs and menus, in the words clerks know from WPS.
const fyneWords = `{"Cancel":"取消","Confirm":"确定","Copy":"复制","Create Folder":"新建文件夹","Cut":"剪切",
"Enter filename":"文件名","Error":"错误","Favourites":"收藏","File":"文件","Folder":"文件夹","New Folder":"新建文件夹","No":"否",
"OK":"确定","Open":"打开","Paste":"粘贴","Quit":"退出","Redo":"重做","Save":"保存","Select all":"全选",
"Show Hidden Files":"显示隐藏文件","Undo":"撤销","Yes":"是","file.name":"名称","file.parent":"上一级"}`

// speakChinese makes Fyne speak Chinese whatever the system's language is: Fyne falls back to English where it knows no
// other, so the Chinese words are entered for English too.
func speakChinese() {
	for _, locale := range []fyne.Locale{"zh-Hans", "en"} {
		if err := lang.AddTranslationsForLocale([]byte(fyneWords), locale); err != nil {
			fyne.LogError("Chinese words of dialogs", err)
		}
	}
}
