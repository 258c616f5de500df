//! How the characters of the words are spelled. Characters with more than one reading stand here with the one
//! that they have in those words.

/// Spelling without tones, as typed (ü is v), and the characters that have it.
#[rustfmt::skip]
const SYLLABLES: [(&str, &str); 155] = [
    ("a", "阿"), ("ai", "爱"), ("an", "安岸"), ("ba", "八"), ("bai", "白"), ("ban", "半"), ("bao", "包宝"),
    ("bei", "北"), ("bo", "播"), ("cai", "彩菜"), ("cen", "岑"), ("cha", "茶"), ("chan", "产"),
    ("che", "澈"), ("cheng", "橙"), ("chi", "池"), ("chong", "宠"), ("chu", "初厨橱雏"), ("chuan", "传川穿"),
    ("chuang", "窗"), ("chun", "春椿"), ("cui", "翠"), ("da", "搭"), ("dai", "黛"), ("dao", "道"),
    ("de", "的"), ("di", "地"), ("dian", "店电"), ("dong", "东动"), ("dou", "豆"), ("du", "渡"),
    ("duo", "铎"), ("er", "儿"), ("fang", "坊房纺"), ("fei", "翡"), ("feng", "风"), ("fu", "服肤"),
    ("ge", "哥"), ("gong", "工"), ("guan", "馆"), ("gui", "柜"), ("guo", "果"), ("hai", "孩海"),
    ("hao", "好"), ("he", "合盒禾"), ("hu", "互户护琥"), ("hua", "化花"), ("huo", "活"), ("ji", "季机记集霁"),
    ("jia", "家"), ("jian", "健见间"), ("jiao", "角"), ("jie", "姐阶"), ("jin", "槿锦"), ("jing", "经"),
    ("jiu", "九"), ("ju", "具居橘菊"), ("kai", "开"), ("ke", "客课"), ("lan", "岚澜篮蓝"), ("li", "栗梨礼篱莉里"),
    ("lin", "临"), ("ling", "铃零"), ("liu", "流"), ("lu", "露鹭鹿麓"), ("luo", "络萝落"), ("lv", "绿"),
    ("ma", "妈码"), ("man", "满"), ("mao", "帽毛猫"), ("mei", "媒梅美"), ("meng", "萌"), ("mi", "咪"),
    ("mian", "棉眠"), ("miao", "苗"), ("ming", "鸣"), ("mo", "墨茉"), ("mu", "暮木母沐"), ("na", "纳"),
    ("nan", "南"), ("nao", "脑"), ("nian", "年念"), ("ning", "柠"), ("nv", "女"), ("pao", "跑"),
    ("po", "珀"), ("pu", "铺"), ("qi", "七器栖"), ("qian", "浅"), ("qiang", "蔷"), ("qiao", "桥"),
    ("qin", "亲"), ("qing", "晴清青"), ("qiu", "秋"), ("que", "雀"), ("ran", "然"), ("ri", "日"),
    ("ruo", "若"), ("sang", "桑"), ("shan", "山杉珊"), ("shang", "商"), ("shen", "身"), ("sheng", "生笙"),
    ("shi", "拾石试食饰"), ("shou", "手收首"), ("shu", "书墅数树梳疏舒"), ("shui", "水"), ("shuo", "朔"),
    ("si", "四"), ("song", "松"), ("su", "溯"), ("tai", "台苔"), ("tang", "棠"), ("tao", "桃"),
    ("te", "特"), ("tian", "天"), ("ting", "厅听汀"), ("tong", "桐童"), ("wai", "外"), ("wan", "晚"),
    ("wang", "望网"), ("wei", "尾微未薇"), ("wen", "文"), ("wo", "窝"), ("wu", "午屋梧物"), ("xi", "喜汐溪西"),
    ("xia", "下夏"), ("xian", "弦鲜"), ("xiang", "箱"), ("xiao", "小"), ("xie", "鞋"), ("xing", "星杏"),
    ("xiu", "岫"), ("xu", "序"), ("xuan", "选"), ("xue", "雪"), ("yan", "严岩盐"), ("yao", "曜遥"),
    ("ye", "野"), ("yi", "怡衣"), ("yin", "银"), ("ying", "婴影映樱萤营"), ("you", "优悠柚"), ("yu", "予娱屿榆玉育雨"),
    ("yuan", "原园圆鸢"), ("yue", "岳月"), ("yun", "云芸运"), ("ze", "泽"), ("zhao", "棹"), ("zhen", "枕甄"),
    ("zhi", "枝栀直知"), ("zhou", "舟"), ("zhu", "渚珠竹"), ("zhuang", "妆装"), ("zi", "子"),
];

/// The spelling of a word.
pub fn of(word: &str) -> String {
    word.chars().filter_map(syllable).collect()
}

/// Whether a character can be spelled.
#[cfg(test)]
pub fn knows(character: char) -> bool {
    syllable(character).is_some()
}

fn syllable(character: char) -> Option<&'static str> {
    SYLLABLES
        .iter()
        .find(|(_, characters)| characters.contains(character))
        .map(|(spelled, _)| *spelled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_spelled_twice() {
        let mut characters: Vec<char> = SYLLABLES
            .iter()
            .flat_map(|(_, characters)| characters.chars())
            .collect();
        let listed = characters.len();
        characters.sort_unstable();
        characters.dedup();
        assert_eq!(characters.len(), listed);
    }
}
