"""How the characters in names of loose goods sound: what a Chinese shopper types on a keyboard of letters.

A small table on purpose: fruit, vegetables, bread, nuts, sweets, and how they are sold. A name with other
characters is found by those it shares with the table, by its category, and by its picture.

A measure behind the name is no part of how it sounds.

Invariants: pure; a reading has letters a to z only.
"""

from collections.abc import Iterator

_SOUNDS = """
a 阿; ai 艾; an 安; ba 巴八芭; bai 白百; ban 瓣板半; bao 包宝饱; bei 贝北焙倍; ben 本; bi 荸碧笔;
bian 扁; biao 标; bing 饼冰; bo 菠波玻薄卜; bu 布不; cai 菜彩; can 蚕餐; cao 草糙; cha 茶; chang 长肠;
che 车; chen 陈; cheng 橙; chi 豉赤; chong 虫; chun 椿春; ci 刺; cong 葱; cui 脆翠; da 大打; dai 袋带;
dan 蛋淡单; dao 刀; de 德; di 地滴; dian 点甸; die 碟; ding 丁; dong 冬冻; dou 豆; du 杜; duo 朵; er 耳;
fa 法发; fan 番饭; fei 肥; fen 粉; feng 蜂风凤; fu 腐福; gai 盖; gan 干甘柑橄; gao 糕; ge 个格割;
gen 根; gong 公工; gou 枸狗; gu 菇谷古; gua 瓜; guan 罐; gui 桂; gun 棍; guo 果; ha 哈; hai 海; hao 好;
he 盒和核荷; hei 黑; hong 红; hou 猴; hu 胡葫湖; hua 花华; huai 槐淮; huan 环; huang 黄; hui 茴灰;
huo 火; ji 鸡蓟吉芨; jia 荚加佳家; jian 尖坚煎碱; jiang 姜酱; jiao 角椒蕉胶饺; jie 芥结; jin 金斤;
jing 精晶; jiu 韭酒; ju 橘桔菊; juan 卷; jue 蕨; jun 菌; ka 卡; kai 开; kao 烤; ke 可克科颗棵; kong 空;
kou 口; ku 苦; kui 葵; la 辣; lai 莱来; lan 蓝兰; lao 老; leng 冷; li 梨李荔里莉粒利力; lian 莲;
liang 凉; ling 菱; liu 榴柳; long 龙; lou 楼; lu 芦绿鲈; luo 萝罗螺; lv 绿; ma 马麻吗; mai 麦; man 蔓馒;
mang 芒; mao 毛猕; mei 梅莓玫; meng 檬; mi 米蜜猕; mian 面; min 民; mo 蘑; mu 木苜; nai 奶; nan 南;
nen 嫩; ni 泥尼; niang 酿; ning 柠; niu 牛; nong 农; nuo 糯; ou 藕欧; pao 泡; pi 枇啤皮; pian 片;
ping 苹瓶; pu 葡蒲普; qi 奇; qian 千; qiao 巧; qie 茄; qin 芹; qing 青; qiu 秋球; quan 全圈; ren 仁;
rong 绒; rou 肉; ru 乳; ruan 软; san 散三; sang 桑; se 色; sha 沙砂; shan 山; shang 商; shao 烧;
shen 参; sheng 生; shi 柿石食士湿式; shu 薯蔬; shuang 霜; shui 水; si 丝四; song 松; su 酥苏素;
suan 酸蒜; sui 穗; sun 笋; suo 梭; ta 塔; tai 台; tang 糖汤; tao 桃萄; tian 甜田; tiao 条; tong 桶筒茼;
tou 头; tu 土; tuan 团; tun 豚; tuo 托; wa 瓦娃; wan 豌碗; wei 薇味; wo 莴窝; wu 无乌; xi 西; xia 虾夏;
xian 鲜仙苋; xiang 香; xiao 小; xin 新心芯; xing 杏; xiong 熊; xu 须; xue 雪; ya 芽鸭牙亚; yan 岩燕;
yang 洋羊杨; yao 腰药; ye 叶椰; yi 意薏; yin 银; ying 樱; you 柚油有莜; yu 芋玉鱼; yuan 圆; yun 云;
zai 栽; zao 枣; zhang 樟; zhe 蔗; zhen 榛针; zhi 汁脂芝枝; zhong 中; zhou 粥; zhu 竹猪; zhuang 装;
zi 子紫; zong 棕粽
"""


def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in _SOUNDS.split(";"):
        sound, characters = entry.split()
        for character in characters:
            sounds = found.setdefault(character, [])
            if sound not in sounds:
                sounds.append(sound)
    return {character: tuple(sounds) for character, sounds in found.items()}


class Pinyin:
    """Reads names aloud, in letters."""

    def __init__(self) -> None:
        self._sounds = _table()

    def __call__(self, name: str) -> Iterator[str]:
        """How a name sounds: syllable by syllable, as one word, and its first letters."""
        sounds = [self._sounds[character][0] for character in _bare(name) if character in self._sounds]
        if not sounds:
            return
        yield " ".join(sounds)
        if len(sounds) > 1:
            yield "".join(sounds)
            yield "".join(sound[0] for sound in sounds)


def _bare(name: str) -> str:
    """A name without its measure: `苹果` of `苹果 1千克`."""
    return name.split(" ")[0]
