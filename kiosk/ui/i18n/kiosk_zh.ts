<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AskingStrip</name>
    <message>
        <source>Go on without it</source>
        <translation>不使用，继续</translation>
    </message>
</context>
<context>
    <name>AttentionSheet</name>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>我需要更多时间</translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation>继续扫描</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Welcome!</source>
        <translation>欢迎光临！</translation>
    </message>
    <message>
        <source>Scan.
Pay.
Done.</source>
        <translation>扫码。
付款。
完成。</translation>
    </message>
    <message>
        <source>Start shopping</source>
        <translation>开始购物</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>点按开始</translation>
    </message>
    <message>
        <source>or just hold your first item in front of the camera</source>
        <translation>或直接将第一件商品对准摄像头</translation>
    </message>
</context>
<context>
    <name>BackSheet</name>
    <message>
        <source>Give your money back?</source>
        <translation>要退款吗？</translation>
    </message>
    <message>
        <source>Yes, give it back</source>
        <translation>是，退款</translation>
    </message>
    <message>
        <source>No, pay on</source>
        <translation>不，继续付款</translation>
    </message>
</context>
<context>
    <name>BagsSheet</name>
    <message>
        <source>Do you need a bag?</source>
        <translation>需要购物袋吗？</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>返回购物篮</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The answer was: %1</source>
        <translation>返回信息：%1</translation>
    </message>
</context>
<context>
    <name>BasketList</name>
    <message>
        <source>Scan your first item</source>
        <translation>请扫描第一件商品</translation>
    </message>
    <message>
        <source>Hold its barcode in front of the camera. It appears here at once.</source>
        <translation>将商品条码对准摄像头，商品会立即显示在这里。</translation>
    </message>
    <message>
        <source>I have put down my own bag</source>
        <translation>我已放好自备袋</translation>
    </message>
</context>
<context>
    <name>BasketRow</name>
    <message>
        <source>Change the quantity of %1</source>
        <translation>更改数量：%1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除：%1</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Hold the barcode here</source>
        <translation>请将条码对准此处</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>Your purchase is being cancelled</source>
        <translation>正在取消您的购物</translation>
    </message>
    <message>
        <source>Nothing was charged. Your items stay here for a few seconds more.</source>
        <translation>没有扣款。您的商品还会保留几秒钟。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel now</source>
        <translation>立即取消</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>停止付款</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
</context>
<context>
    <name>CodeKeys</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>CodeSheet</name>
    <message>
        <source>Enter a number</source>
        <translation>输入号码</translation>
    </message>
    <message>
        <source>Member card, phone number, coupon code, or the number under a barcode</source>
        <translation>会员卡号、手机号、优惠券代码，或条形码下方的数字</translation>
    </message>
    <message>
        <source>A coupon code, or the number under a barcode</source>
        <translation>优惠券代码，或条形码下方的数字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>As you like it</source>
        <translation>按您的习惯</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Letters %1 %</source>
        <translation>文字 %1%</translation>
    </message>
    <message>
        <source>Touch and movement</source>
        <translation>操作和动画</translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation>操作区下移</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>左手操作</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>调低音量</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>调高音量</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Private mode</source>
        <translation>私密模式</translation>
    </message>
    <message>
        <source>The screen is dark while this purchase goes on by headset.</source>
        <translation>屏幕已变暗，购物通过耳机继续进行。</translation>
    </message>
    <message>
        <source>Show the screen</source>
        <translation>显示屏幕</translation>
    </message>
</context>
<context>
    <name>DeedSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExtraRows</name>
    <message>
        <source>Take back %1</source>
        <translation>收回%1</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>I no longer need help</source>
        <translation>我不再需要帮助</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
</context>
<context>
    <name>HitPanel</name>
    <message>
        <source>Turn the pack until the stripes face the camera</source>
        <translation>转动包装，让条纹对准摄像头</translation>
    </message>
</context>
<context>
    <name>JoinSheet</name>
    <message>
        <source>Become a member</source>
        <translation>成为会员</translation>
    </message>
    <message>
        <source>Your telephone number</source>
        <translation>您的手机号码</translation>
    </message>
    <message>
        <source>What may we do?</source>
        <translation>您同意哪些内容？</translation>
    </message>
    <message>
        <source>Scan this with your phone</source>
        <translation>请用手机扫描</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Finish there. This checkout notices by itself; you can scan on meanwhile.</source>
        <translation>请在手机上完成，本机会自动识别，您可继续扫描。</translation>
    </message>
    <message>
        <source>Under a minute. No name, no address.</source>
        <translation>不到一分钟，无需姓名和地址。</translation>
    </message>
    <message>
        <source>You are recognised by it here. Nobody calls you.</source>
        <translation>仅用于在此识别您，不会致电。</translation>
    </message>
    <message>
        <source>Your card is on your phone then</source>
        <translation>会员卡将保存在手机上</translation>
    </message>
    <message>
        <source>With my phone</source>
        <translation>用手机</translation>
    </message>
    <message>
        <source>With a telephone number</source>
        <translation>用手机号码</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在此办理</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>入会</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LetterKeys</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>LoadScreen</name>
    <message>
        <source>Ask again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>输入号码</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不充值</translation>
    </message>
</context>
<context>
    <name>LookupSheet</name>
    <message>
        <source>No barcode?</source>
        <translation>没有条码？</translation>
    </message>
    <message>
        <source>Touch a picture, or type a name</source>
        <translation>点选图片，或输入名称的拼音</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or look through the pictures.</source>
        <translation>没有找到。请少输入几个字母，或浏览图片。</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Add to basket</source>
        <translation>放入购物篮</translation>
    </message>
</context>
<context>
    <name>MemberStrip</name>
    <message>
        <source>Member?</source>
        <translation>会员？</translation>
    </message>
    <message>
        <source>Show your card or type your number</source>
        <translation>请出示会员卡或输入号码</translation>
    </message>
    <message>
        <source>Take the member card out of this purchase</source>
        <translation>本次购物不使用会员卡</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>输入号码</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Check a price</source>
        <translation>查价格</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>成为会员</translation>
    </message>
    <message>
        <source>Show your card, or touch here to join</source>
        <translation>出示会员卡，或点此入会</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This code is from a while ago</source>
        <translation>此码已过时</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone now. If it stays so, set the phone&apos;s clock.</source>
        <translation>购物篮未变。请出示手机上当前的码；若仍如此，请校准手机时间。</translation>
    </message>
    <message>
        <source>This code no longer counts</source>
        <translation>此码已失效</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page on your phone again and show the new code.</source>
        <translation>购物篮未变。请在手机上重新打开页面并出示新码。</translation>
    </message>
    <message>
        <source>This code does not count here</source>
        <translation>此码在此无效</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Go on without member prices, or touch Help.</source>
        <translation>购物篮未变。您可以不用会员价继续，或点按帮助。</translation>
    </message>
    <message>
        <source>Your phone&apos;s clock is fast</source>
        <translation>您的手机时间偏快</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Set the clock and show the code again.</source>
        <translation>购物篮未变。请校准时间后重新出示。</translation>
    </message>
    <message>
        <source>Another lane has this basket</source>
        <translation>此购物篮正在另一收银台</translation>
    </message>
    <message>
        <source>Nothing was added here. Please pay there, or touch Help.</source>
        <translation>此处未添加任何商品。请在那里付款，或点按“帮助”。</translation>
    </message>
    <message>
        <source>This basket is paid</source>
        <translation>此购物篮已付款</translation>
    </message>
    <message>
        <source>Nothing was added. Your receipt is on your phone.</source>
        <translation>未添加任何商品。您的小票在手机上。</translation>
    </message>
    <message>
        <source>There are goods on this screen already</source>
        <translation>此处已有商品</translation>
    </message>
    <message>
        <source>The basket of your phone was not added; it is still yours. Pay these first, or take them out.</source>
        <translation>手机购物篮未添加，仍归您所有。请先支付或移除这些商品。</translation>
    </message>
    <message>
        <source>Baskets of phones cannot be fetched now</source>
        <translation>目前无法读取手机购物篮</translation>
    </message>
    <message>
        <source>Nothing was added; your basket is still on your phone. Show it again, or scan your items here.</source>
        <translation>未添加任何商品；购物篮仍在手机上。请重新出示，或在此扫描商品。</translation>
    </message>
    <message>
        <source>This basket has changed</source>
        <translation>此购物篮已更改</translation>
    </message>
    <message>
        <source>Nothing was added. Touch Pay on your phone again and show the new code.</source>
        <translation>未添加任何商品。请在手机上再次点按“付款”并出示新码。</translation>
    </message>
    <message>
        <source>This code was just used elsewhere</source>
        <translation>此码刚在别处使用过</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Wait for the next code and show it.</source>
        <translation>购物篮未变。请等待下一个码再出示。</translation>
    </message>
    <message>
        <source>This code is for another of our shops</source>
        <translation>此码属于另一家门店</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Open the page of this shop on your phone and show its code.</source>
        <translation>购物篮未变。请在手机上打开本店页面并出示其码。</translation>
    </message>
    <message>
        <source>Too many wrong numbers</source>
        <translation>错误号码过多</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Show the code on your phone, or go on without member prices.</source>
        <translation>购物篮未变。请出示手机上的码，或不用会员价继续。</translation>
    </message>
    <message>
        <source>We don&apos;t know this member yet</source>
        <translation>本机尚未识别该会员</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Whoever has just joined is known here with the next purchase.</source>
        <translation>购物篮未变。刚加入的会员将在下次购物时被识别。</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 件商品</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 件商品</translation>
    </message>
    <message>
        <source>{price} each</source>
        <translation>每件 {price}</translation>
    </message>
    <message>
        <source>{weight} kg × {price}/kg</source>
        <translation>{weight} 千克 × {price}/千克</translation>
    </message>
    <message>
        <source>We don&apos;t know this item</source>
        <translation>未找到此商品</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Try another barcode on the pack, or touch Help.</source>
        <translation>没有添加任何商品。请尝试包装上的其他条码，或点按“帮助”。</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this code</source>
        <translation>无法读取此条码</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Smooth the pack, hold it still and try again.</source>
        <translation>没有添加任何商品。请抚平包装，拿稳后再试一次。</translation>
    </message>
    <message>
        <source>This is not a product code</source>
        <translation>这不是商品条码</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Look for the striped barcode on the pack.</source>
        <translation>没有添加任何商品。请找到包装上的条纹条码。</translation>
    </message>
    <message>
        <source>This coupon cannot be used</source>
        <translation>此优惠券无法使用</translation>
    </message>
    <message>
        <source>This coupon does not fit your basket</source>
        <translation>此优惠券不适用于您的购物篮</translation>
    </message>
    <message>
        <source>A colleague has to look at this coupon</source>
        <translation>此优惠券需要工作人员查看</translation>
    </message>
    <message>
        <source>It saves nothing yet. Touch Help, or go on without it; the coupon is still yours.</source>
        <translation>目前尚未优惠。请点按“帮助”，或不使用它继续；优惠券仍归您所有。</translation>
    </message>
    <message>
        <source>It could not be weighed</source>
        <translation>无法称重</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Lay it on the scale alone and scan it again, or touch Help.</source>
        <translation>没有添加任何商品。请将其单独放到秤上再扫描一次，或点按“帮助”。</translation>
    </message>
    <message>
        <source>This item has to be weighed</source>
        <translation>此商品需要称重</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>没有添加任何商品。请点按“帮助”，工作人员会为您称重。</translation>
    </message>
    <message>
        <source>This is for paying</source>
        <translation>这是用来付款的</translation>
    </message>
    <message>
        <source>Nothing was charged. Scan everything first, touch Pay, and then show it again.</source>
        <translation>未扣款。请先扫描全部商品，点“付款”，然后再次出示。</translation>
    </message>
    <message>
        <source>No more of this item in one purchase</source>
        <translation>此商品每次购物限购</translation>
    </message>
    <message>
        <source>You have as many as one purchase may hold. This one was not added; please leave it here.</source>
        <translation>您已达到每次购物的数量上限。这一件没有添加，请把它留在这里。</translation>
    </message>
    <message>
        <source>We don&apos;t know this card or number</source>
        <translation>我们查不到此卡或号码</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Check the number and try again, or go on without member prices.</source>
        <translation>您的购物篮没有变化。请核对号码后重试，或不使用会员价继续。</translation>
    </message>
    <message>
        <source>This coupon has expired</source>
        <translation>此优惠券已过期</translation>
    </message>
    <message>
        <source>It saves nothing today. Your basket is unchanged.</source>
        <translation>今天无法优惠。您的购物篮没有变化。</translation>
    </message>
    <message>
        <source>This coupon is not valid yet</source>
        <translation>此优惠券尚未生效</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Please keep it for your next visit.</source>
        <translation>您的购物篮没有变化。请留到下次光临时使用。</translation>
    </message>
    <message>
        <source>This coupon is for another country</source>
        <translation>此优惠券适用于其他国家</translation>
    </message>
    <message>
        <source>We cannot take it here. Your basket is unchanged.</source>
        <translation>本店无法使用。您的购物篮没有变化。</translation>
    </message>
    <message>
        <source>This coupon is for another shop</source>
        <translation>此优惠券适用于其他商店</translation>
    </message>
    <message>
        <source>This coupon could not be checked</source>
        <translation>此优惠券无法核验</translation>
    </message>
    <message>
        <source>It saves nothing now and was not used up. Please keep it for next time.</source>
        <translation>目前无法优惠，也没有被使用。请留到下次使用。</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket. Scan them first, then the coupon.</source>
        <translation>购物篮里没有它适用的商品。请先扫描商品，再扫描优惠券。</translation>
    </message>
    <message>
        <source>It has no value here. Your basket is unchanged.</source>
        <translation>在本店没有价值。您的购物篮没有变化。</translation>
    </message>
    <message>
        <source>This coupon is in use at another checkout</source>
        <translation>此优惠券正在其他收银台使用</translation>
    </message>
    <message>
        <source>A coupon counts once. If it is yours and unused, touch Help; we will sort it out.</source>
        <translation>每张优惠券只能使用一次。如果是您的且尚未使用，请点按“帮助”，我们会处理。</translation>
    </message>
    <message>
        <source>This coupon was used before</source>
        <translation>此优惠券已使用过</translation>
    </message>
    <message>
        <source>A coupon counts once. Your basket is unchanged.</source>
        <translation>每张优惠券只能使用一次。您的购物篮没有变化。</translation>
    </message>
    <message>
        <source>We couldn&apos;t read this coupon</source>
        <translation>无法读取此优惠券</translation>
    </message>
    <message>
        <source>It saves nothing yet. Smooth it, hold it still and try again, or type its number.</source>
        <translation>目前尚未优惠。请抚平并拿稳后重试，或输入券号。</translation>
    </message>
    <message>
        <source>This coupon is already in your basket</source>
        <translation>此优惠券已在您的购物篮中</translation>
    </message>
    <message>
        <source>It counts once; nothing has changed.</source>
        <translation>每张只计一次，没有任何变化。</translation>
    </message>
    <message>
        <source>It is no longer taken. Your basket is unchanged; touch Help if you have a question.</source>
        <translation>此券已不再接受。您的购物篮没有变化；如有疑问请点按“帮助”。</translation>
    </message>
    <message>
        <source>This coupon cannot be checked right now</source>
        <translation>目前无法核验此优惠券</translation>
    </message>
    <message>
        <source>It was not used up. Try again in a moment, or keep it for your next visit.</source>
        <translation>它没有被使用。请稍后重试，或留到下次光临时使用。</translation>
    </message>
    <message>
        <source>It was not used up. Please keep it for your next visit, or touch Help.</source>
        <translation>它没有被使用。请留到下次光临时使用，或点按“帮助”。</translation>
    </message>
    <message>
        <source>This code does not work here</source>
        <translation>此代码在这里无法使用</translation>
    </message>
    <message>
        <source>Your basket is unchanged. Try another code, or touch Help.</source>
        <translation>您的购物篮没有变化。请尝试其他代码，或点按“帮助”。</translation>
    </message>
    <message>
        <source>Being checked …</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>Add 1 more of its goods and it counts</source>
        <translation>再加1件适用商品即可使用</translation>
    </message>
    <message>
        <source>Add {count} more of its goods and it counts</source>
        <translation>再加{count}件适用商品即可使用</translation>
    </message>
    <message>
        <source>It counts once your goods cost {amount} more</source>
        <translation>商品金额再增加{amount}即可使用</translation>
    </message>
    <message>
        <source>The goods it is for are not in your basket yet</source>
        <translation>购物篮里还没有它适用的商品</translation>
    </message>
    <message>
        <source>Another offer saves you more; this coupon stays yours</source>
        <translation>其他优惠更划算；此券仍归您所有</translation>
    </message>
    <message>
        <source>It does not count at this time</source>
        <translation>目前时段不可用</translation>
    </message>
    <message>
        <source>All of these coupons have been used; it saves nothing any more</source>
        <translation>此类优惠券已用完，不再优惠</translation>
    </message>
    <message>
        <source>For members: show your card or type your number</source>
        <translation>会员专享：请出示会员卡或输入号码</translation>
    </message>
    <message>
        <source>You have already used it today; it counts again tomorrow</source>
        <translation>今日已使用，明天可再次使用</translation>
    </message>
    <message>
        <source>You have already used it; it saves nothing any more</source>
        <translation>您已使用过，不再优惠</translation>
    </message>
    <message>
        <source>A colleague has to look at it: touch Help</source>
        <translation>需要工作人员查看：请点按“帮助”</translation>
    </message>
    <message>
        <source>We do not know its goods: touch Help</source>
        <translation>无法确定适用商品：请点按“帮助”</translation>
    </message>
    <message>
        <source>It saves nothing in this basket</source>
        <translation>在此购物篮中没有优惠</translation>
    </message>
    <message>
        <source>Your points cannot be used right now. They stay yours.</source>
        <translation>目前无法使用积分。积分仍归您所有。</translation>
    </message>
    <message>
        <source>Your points are in use at another checkout. They stay yours.</source>
        <translation>您的积分正在其他收银台使用。积分仍归您所有。</translation>
    </message>
    <message>
        <source>You have too few points to pay with. They stay yours.</source>
        <translation>您的积分不足以付款。积分仍归您所有。</translation>
    </message>
    <message>
        <source>Your points cannot be used for this purchase. They stay yours.</source>
        <translation>此次购物无法使用积分。积分仍归您所有。</translation>
    </message>
    <message>
        <source>Reduced to clear</source>
        <translation>临期特价</translation>
    </message>
    <message>
        <source>{count}, with {amount} deposit</source>
        <translation>{count}，含押金{amount}</translation>
    </message>
    <message>
        <source>You save {amount}</source>
        <translation>已省{amount}</translation>
    </message>
    <message>
        <source>1 more saves {amount}</source>
        <translation>再买1件省{amount}</translation>
    </message>
    <message>
        <source>{count} more save {amount}</source>
        <translation>再买{count}件省{amount}</translation>
    </message>
    <message>
        <source>{missing} more in goods saves {amount}</source>
        <translation>再购{missing}即省{amount}</translation>
    </message>
    <message>
        <source>Take 1 along, free of charge</source>
        <translation>可免费带走1件</translation>
    </message>
    <message>
        <source>Take {count} along, free of charge</source>
        <translation>可免费带走{count}件</translation>
    </message>
    <message>
        <source>Coupon {code}</source>
        <translation>优惠券 {code}</translation>
    </message>
    <message>
        <source>Gives you {points}</source>
        <translation>可获得{points}</translation>
    </message>
    <message>
        <source>Member prices active</source>
        <translation>已启用会员价</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1积分</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points}积分</translation>
    </message>
    <message>
        <source>You save</source>
        <translation>为您节省</translation>
    </message>
    <message>
        <source>Prices have changed</source>
        <translation>价格有变化</translation>
    </message>
    <message>
        <source>{name} no longer applies</source>
        <translation>“{name}”不再适用</translation>
    </message>
    <message>
        <source>{name} and 1 more</source>
        <translation>{name}及另外1项</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name}及另外{count}项</translation>
    </message>
    <message>
        <source>Special price</source>
        <translation>特价</translation>
    </message>
    <message>
        <source>Reduced price</source>
        <translation>降价</translation>
    </message>
    <message>
        <source>Buy several and save</source>
        <translation>多件优惠</translation>
    </message>
    <message>
        <source>Buy more, save more</source>
        <translation>多买多省</translation>
    </message>
    <message>
        <source>Cheaper together</source>
        <translation>组合优惠</translation>
    </message>
    <message>
        <source>Special offer</source>
        <translation>优惠</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>付款未成功</translation>
    </message>
    <message>
        <source>Payment stopped</source>
        <translation>付款已停止</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Please wait a moment, or touch Help. Nothing was charged.</source>
        <translation>刷卡机尚未就绪。请稍候，或点按“帮助”。未产生任何扣款。</translation>
    </message>
    <message>
        <source>The camera is not working</source>
        <translation>摄像头无法使用</translation>
    </message>
    <message>
        <source>Your basket is safe. Please touch Help, or pay what you have scanned.</source>
        <translation>您的购物篮已保留。请点按“帮助”，或为已扫描的商品付款。</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>押金</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Try again or pay another way, or touch Help.</source>
        <translation>本次未扣款。请重试、换一种方式付款，或点“帮助”。</translation>
    </message>
    <message>
        <source>Nothing was charged this time. Start again, or pay another way.</source>
        <translation>本次未扣款。请重新开始，或换一种方式付款。</translation>
    </message>
    <message>
        <source>The payment did not go through. Nothing was charged this time; please try again.</source>
        <translation>付款未成功，本次未扣款，请重试。</translation>
    </message>
    <message>
        <source>The amount was charged and given back at once. Try again or pay another way, or touch Help.</source>
        <translation>款项扣除后已立即退回。请重试、换一种方式付款，或点“帮助”。</translation>
    </message>
    <message>
        <source>The time to pay is over</source>
        <translation>付款已超时</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>使用积分付款</translation>
    </message>
    <message>
        <source>You have {points} points</source>
        <translation>您有{points}积分</translation>
    </message>
    <message>
        <source>Asking for your points …</source>
        <translation>正在查询您的积分…</translation>
    </message>
    <message>
        <source>This takes a moment. Touch here to go on without them.</source>
        <translation>请稍候。点按此处可不使用积分继续。</translation>
    </message>
    <message>
        <source>Keep my points</source>
        <translation>保留我的积分</translation>
    </message>
    <message>
        <source>{points} points pay {amount} of your purchase</source>
        <translation>{points}积分抵扣{amount}</translation>
    </message>
    <message>
        <source>Connecting to the terminal …</source>
        <translation>正在连接刷卡机</translation>
    </message>
    <message>
        <source>Please follow the card terminal</source>
        <translation>请按刷卡机提示操作</translation>
    </message>
    <message>
        <source>You have paid only when this screen says so.</source>
        <translation>以本屏幕显示付款成功为准。</translation>
    </message>
    <message>
        <source>Stopping the payment</source>
        <translation>正在停止付款</translation>
    </message>
    <message>
        <source>Please wait. The terminal was asked to stop and will say whether it charged your card.</source>
        <translation>请稍候。已通知刷卡机停止，它会告知是否已扣款。</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>The terminal has answered. We are completing your payment.</source>
        <translation>刷卡机已答复，正在完成付款。</translation>
    </message>
    <message>
        <source>Please wait. Do not pay again.</source>
        <translation>请稍候，请勿重复付款。</translation>
    </message>
    <message>
        <source>We are asking the terminal whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>我们正在向刷卡机查询 {amount} 的付款是否成功。您的购物篮已保留。</translation>
    </message>
    <message>
        <source>A colleague has to look. Do not pay again.</source>
        <translation>需要工作人员查看，请勿重复付款。</translation>
    </message>
    <message>
        <source>The terminal cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>刷卡机无法确认 {amount} 的付款是否成功。工作人员会与您一起核对。您的购物篮已保留。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>付款成功</translation>
    </message>
    <message>
        <source>Thank you! Your payment is complete.</source>
        <translation>谢谢！您的付款已完成。</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>无需付款</translation>
    </message>
    <message>
        <source>Thank you! Your card was not charged.</source>
        <translation>谢谢！您的卡未被扣款。</translation>
    </message>
    <message>
        <source>Paid with points</source>
        <translation>已用积分付款</translation>
    </message>
    <message>
        <source>You saved {amount} today</source>
        <translation>您今天节省了{amount}</translation>
    </message>
    <message>
        <source>You earned 1 point</source>
        <translation>您获得1积分</translation>
    </message>
    <message>
        <source>You earned {points} points</source>
        <translation>您获得{points}积分</translation>
    </message>
    <message>
        <source>Your receipt carries a coupon worth {amount} for your next visit.</source>
        <translation>您的小票上有一张价值{amount}的优惠券，可在下次光临时使用。</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>打印机缺纸。</translation>
    </message>
    <message>
        <source>The printer is open.</source>
        <translation>打印机盖已打开。</translation>
    </message>
    <message>
        <source>The printer&apos;s cutter is stuck.</source>
        <translation>打印机切纸刀卡住了。</translation>
    </message>
    <message>
        <source>The printer is not available.</source>
        <translation>打印机暂不可用。</translation>
    </message>
    <message>
        <source>{reason} You can take your receipt as a QR code.</source>
        <translation>{reason}您可以选择二维码小票。</translation>
    </message>
    <message>
        <source>Would you like a receipt?</source>
        <translation>需要小票吗？</translation>
    </message>
    <message>
        <source>You have paid {amount}.</source>
        <translation>您已付款 {amount}。</translation>
    </message>
    <message>
        <source>Your receipt is printing</source>
        <translation>正在打印小票</translation>
    </message>
    <message>
        <source>You have paid {amount}. Please take the paper below.</source>
        <translation>您已付款 {amount}。请在下方取走小票。</translation>
    </message>
    <message>
        <source>Printing stopped</source>
        <translation>打印已中断</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>您已付款 {amount}。{reason}需要工作人员处理，之后会自动继续打印。</translation>
    </message>
    <message>
        <source>Your receipt is waiting</source>
        <translation>您的小票正在等待打印</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.</source>
        <translation>您已付款 {amount}。{reason}需要工作人员处理，之后会自动打印小票。</translation>
    </message>
    <message>
        <source>Your receipt is printed</source>
        <translation>小票已打印</translation>
    </message>
    <message>
        <source>No paper receipt</source>
        <translation>未能打印小票</translation>
    </message>
    <message>
        <source>You have paid {amount}. The receipt could not be printed; take it as a QR code instead.</source>
        <translation>您已付款 {amount}。小票无法打印，请改用二维码。</translation>
    </message>
    <message>
        <source>Please check the printer</source>
        <translation>请查看打印机</translation>
    </message>
    <message>
        <source>You have paid {amount}. We cannot tell whether your receipt was printed. If it is missing, take it as a QR code.</source>
        <translation>您已付款 {amount}。无法确认小票是否已打印。如果没有，请使用二维码。</translation>
    </message>
    <message>
        <source>Your receipt as a QR code</source>
        <translation>您的小票二维码</translation>
    </message>
    <message>
        <source>You have paid {amount}. Scan the code with your phone to keep it.</source>
        <translation>您已付款 {amount}。请用手机扫码保存。</translation>
    </message>
    <message>
        <source>Thank you for shopping with us!</source>
        <translation>感谢您的光临！</translation>
    </message>
    <message>
        <source>Please take your shopping and your receipt.</source>
        <translation>请带好您的商品和小票。</translation>
    </message>
    <message>
        <source>Please take your shopping.</source>
        <translation>请带好您的商品。</translation>
    </message>
    <message>
        <source>Please take your shopping. If your receipt is missing, a colleague can print it again.</source>
        <translation>请带好您的商品。如果没有小票，工作人员可以为您补打。</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>好的</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>呼叫工作人员</translation>
    </message>
    <message>
        <source>All scanned</source>
        <translation>已全部扫描</translation>
    </message>
    <message>
        <source>It is my own bag</source>
        <translation>这是我的袋子</translation>
    </message>
    <message>
        <source>Move full bags</source>
        <translation>移走装满的袋子</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Take the full bags away now</source>
        <translation>请现在移走装满的袋子</translation>
    </message>
    <message>
        <source>I don&apos;t want to bag it</source>
        <translation>不装袋</translation>
    </message>
    <message>
        <source>Put them into your trolley. Then touch &quot;Done&quot; and go on scanning.</source>
        <translation>请放入推车，然后点按“完成”继续扫描。</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>从清单中删除</translation>
    </message>
    <message>
        <source>I no longer need help</source>
        <translation>不再需要帮助</translation>
    </message>
    <message>
        <source>Please lay {item} on the scale</source>
        <translation>请将{item}放到秤上</translation>
    </message>
    <message>
        <source>Alone, and let go of it. It is added by itself as soon as the scale rests.</source>
        <translation>请单独放置并松手。秤稳定后会自动添加。</translation>
    </message>
    <message>
        <source>Not this item</source>
        <translation>不要此商品</translation>
    </message>
    <message>
        <source>A colleague is coming</source>
        <translation>工作人员马上就到</translation>
    </message>
    <message>
        <source>You can go on scanning; your basket is kept.</source>
        <translation>您可以继续扫描，购物篮会保留。</translation>
    </message>
    <message>
        <source>You are number {place} in the queue</source>
        <translation>您排在第 {place} 位</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>下一位就是您</translation>
    </message>
    <message>
        <source>No. {place}</source>
        <translation>第{place}位</translation>
    </message>
    <message>
        <source>A colleague has looked: {reason}. Please put it right, or touch Help.</source>
        <translation>工作人员已查看：{reason}。请处理，或点按“帮助”。</translation>
    </message>
    <message>
        <source>A colleague comes to you</source>
        <translation>工作人员会过来</translation>
    </message>
    <message>
        <source>One look, and you can pay. Nothing was charged; paying goes on by itself.</source>
        <translation>查看后即可付款。尚未扣款，稍后会自动继续。</translation>
    </message>
    <message>
        <source>A colleague is on the way. Your basket is kept.</source>
        <translation>工作人员正在过来。购物篮会保留。</translation>
    </message>
    <message>
        <source>A colleague is coming to see whether you need anything. Your basket is kept.</source>
        <translation>工作人员会过来看看您是否需要帮助。购物篮会保留。</translation>
    </message>
    <message>
        <source>Nothing was scanned yet. This closes by itself in a moment.</source>
        <translation>尚未扫描任何商品，此页面即将自动关闭。</translation>
    </message>
    <message>
        <source>Checked before you pay</source>
        <translation>付款前核对</translation>
    </message>
    <message>
        <source>Checked and approved</source>
        <translation>已核对通过</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept and nothing has been charged.</source>
        <translation>请在此稍候。您的购物篮已保留，未产生任何扣款。</translation>
    </message>
    <message>
        <source>Please wait here. You have paid {amount}; your receipt is safe.</source>
        <translation>请在此稍候。您已付款 {amount}，小票不会丢失。</translation>
    </message>
    <message>
        <source>Please wait here. We will be with you in a moment.</source>
        <translation>请在此稍候，我们马上为您服务。</translation>
    </message>
    <message>
        <source>This checkout is closed</source>
        <translation>本收银台暂停服务</translation>
    </message>
    <message>
        <source>Please use another checkout. We are sorry for the trouble.</source>
        <translation>请使用其他收银台，给您带来不便，敬请谅解。</translation>
    </message>
    <message>
        <source>This checkout has to pause</source>
        <translation>收银台暂停服务</translation>
    </message>
    <message>
        <source>Nothing was charged and your basket is kept. A colleague will help you.</source>
        <translation>未产生任何扣款，您的购物篮已保留。工作人员会来帮助您。</translation>
    </message>
    <message>
        <source>This checkout has to pause. Do not pay again.</source>
        <translation>收银台暂停，请勿重复付款</translation>
    </message>
    <message>
        <source>We cannot tell yet whether your payment of {amount} went through. A colleague will check it with you.</source>
        <translation>目前无法确认 {amount} 的付款是否成功。工作人员会与您一起核对。</translation>
    </message>
    <message>
        <source>You have paid {amount}. A colleague will help you with the receipt.</source>
        <translation>您已付款 {amount}。工作人员会帮您取得小票。</translation>
    </message>
    <message>
        <source>A coupon is still being checked. One moment, please; nothing was charged.</source>
        <translation>优惠券仍在核验中，请稍候；尚未扣款。</translation>
    </message>
    <message>
        <source>This is not sold without a barcode. Please scan it.</source>
        <translation>此商品需要条码。请扫描它。</translation>
    </message>
    <message>
        <source>This cannot be weighed here. A colleague will help you.</source>
        <translation>此处无法称重。工作人员会帮助您。</translation>
    </message>
    <message>
        <source>Your basket is empty. Scan an item first.</source>
        <translation>购物篮是空的，请先扫描商品。</translation>
    </message>
    <message>
        <source>Your basket is full. Please touch Help.</source>
        <translation>购物篮已满，请点按“帮助”。</translation>
    </message>
    <message>
        <source>We are still looking for your best price. One moment, please; nothing was charged.</source>
        <translation>我们正在为您计算最优价格，请稍候；尚未扣款。</translation>
    </message>
    <message>
        <source>We are still asking for your points. One moment, please; nothing was charged.</source>
        <translation>我们仍在查询您的积分，请稍候；尚未扣款。</translation>
    </message>
    <message>
        <source>Show your member card first to pay with points.</source>
        <translation>使用积分付款前，请先出示会员卡。</translation>
    </message>
    <message>
        <source>Points cannot be used for paying here.</source>
        <translation>这里无法使用积分付款。</translation>
    </message>
    <message>
        <source>One purchase holds no more of this item.</source>
        <translation>此商品每次购物限购。</translation>
    </message>
    <message>
        <source>That is a lot of coupons! Please touch Help.</source>
        <translation>优惠券太多了！请点按“帮助”。</translation>
    </message>
    <message>
        <source>This checkout is closed. Please use another one.</source>
        <translation>本收银台暂停服务，请使用其他收银台。</translation>
    </message>
    <message>
        <source>You cannot pay right now.</source>
        <translation>现在无法付款。</translation>
    </message>
    <message>
        <source>The quantity of a weighed item is fixed.</source>
        <translation>称重商品的数量不能更改。</translation>
    </message>
    <message>
        <source>Each of these has a date of its own. Please scan every one.</source>
        <translation>每件商品日期不同，请逐件扫描。</translation>
    </message>
    <message>
        <source>For members</source>
        <translation>会员专享</translation>
    </message>
    <message>
        <source>Only today</source>
        <translation>仅限今天</translation>
    </message>
    <message>
        <source>{amount} per kg</source>
        <translation>每公斤 {amount}</translation>
    </message>
    <message>
        <source>Please choose a quantity from 1 to 99.</source>
        <translation>请选择 1 到 99 之间的数量。</translation>
    </message>
    <message>
        <source>The card terminal is not ready. Nothing was charged.</source>
        <translation>刷卡机尚未就绪，未产生任何扣款。</translation>
    </message>
    <message>
        <source>This purchase cannot be cancelled any more.</source>
        <translation>此次购物已无法取消。</translation>
    </message>
    <message>
        <source>No more copies. Please touch Help.</source>
        <translation>无法再打印副本，请点按“帮助”。</translation>
    </message>
    <message>
        <source>Please finish weighing first. Nothing was charged.</source>
        <translation>请先完成称重。尚未扣款。</translation>
    </message>
    <message>
        <source>A colleague has to look first and is on the way. Nothing was charged.</source>
        <translation>工作人员需要先查看，正在过来。尚未扣款。</translation>
    </message>
    <message>
        <source>That is not possible right now.</source>
        <translation>现在无法执行此操作。</translation>
    </message>
    <message>
        <source>Not within your rights. Ask a manager to scan their badge.</source>
        <translation>您无此权限。请经理扫描胸卡。</translation>
    </message>
    <message>
        <source>This is over already. Nothing more to decide.</source>
        <translation>此事已结束，无需再处理。</translation>
    </message>
    <message>
        <source>You are signed out. Scan your badge again.</source>
        <translation>您已退出。请重新扫描胸卡。</translation>
    </message>
    <message>
        <source>This can only be decided at the lane.</source>
        <translation>只能在通道现场处理。</translation>
    </message>
    <message>
        <source>A colleague was first. Nothing more to decide.</source>
        <translation>同事已先处理，无需再处理。</translation>
    </message>
    <message>
        <source>Please choose one of the reasons.</source>
        <translation>请选择其中一个原因。</translation>
    </message>
    <message>
        <source>Please choose a reason.</source>
        <translation>请选择原因。</translation>
    </message>
    <message>
        <source>It has grown since you looked. Please look again, then decide.</source>
        <translation>情况已有变化。请重新查看后再决定。</translation>
    </message>
    <message>
        <source>That is not enough for this item. Check again.</source>
        <translation>不足以购买该商品。请重新核对。</translation>
    </message>
    <message>
        <source>This cannot be refused. Put it right, then approve it.</source>
        <translation>无法拒绝。请处理后再批准。</translation>
    </message>
    <message>
        <source>It was refused. Take the item off, or wait until it is gone.</source>
        <translation>已被拒绝。请删除该商品，或等待其移除。</translation>
    </message>
    <message>
        <source>Too much is open here. Decide what waits first, or suspend the basket.</source>
        <translation>待处理事项过多。请先处理，或挂起购物篮。</translation>
    </message>
    <message>
        <source>An attendant&apos;s badge is needed. Please scan it.</source>
        <translation>需要工作人员胸卡，请扫描。</translation>
    </message>
    <message>
        <source>Beyond your limit. Ask a manager to scan their badge, or choose a smaller amount.</source>
        <translation>超出您的权限。请经理扫描胸卡，或减小金额。</translation>
    </message>
    <message>
        <source>Only support may do this. Please call support.</source>
        <translation>仅限技术支持。请联系技术支持。</translation>
    </message>
    <message>
        <source>Beyond every limit. Choose a smaller amount.</source>
        <translation>超出所有权限。请减小金额。</translation>
    </message>
    <message>
        <source>Nobody unlocks themselves. Ask another manager to scan their badge.</source>
        <translation>不能自行解锁。请另一位经理扫描胸卡。</translation>
    </message>
    <message>
        <source>No such date of birth. Type eight digits, day first.</source>
        <translation>出生日期无效。请输入八位数字，日在前。</translation>
    </message>
    <message>
        <source>Too young for this item. Refuse it; it is then taken off.</source>
        <translation>年龄不足。请拒绝，商品随即删除。</translation>
    </message>
    <message>
        <source>Please type a price above zero.</source>
        <translation>请输入大于零的价格。</translation>
    </message>
    <message>
        <source>Please type 1 to 99 percent, of goods that cost something.</source>
        <translation>请输入 1 至 99 的百分比，且商品须有价格。</translation>
    </message>
    <message>
        <source>This purchase has its discount already. Change the price of a line instead.</source>
        <translation>本次购物已有折扣。请改为修改单行价格。</translation>
    </message>
    <message>
        <source>Not while it is being paid, or without a basket. Try again after it.</source>
        <translation>付款期间或没有购物篮时不可操作。请稍后再试。</translation>
    </message>
    <message>
        <source>A purchase is under way. Finish, suspend or cancel it first.</source>
        <translation>正在购物中。请先完成、挂起或取消。</translation>
    </message>
    <message>
        <source>There is a basket here. Finish or suspend it first.</source>
        <translation>此处已有购物篮。请先完成或挂起。</translation>
    </message>
    <message>
        <source>No such basket is suspended. Check the code on the slip.</source>
        <translation>没有该挂起的购物篮。请核对单据上的代码。</translation>
    </message>
    <message>
        <source>This basket goes on at another lane already.</source>
        <translation>该购物篮已在其他通道继续。</translation>
    </message>
    <message>
        <source>No link to the store service. Try again in a moment.</source>
        <translation>无法连接门店服务。请稍后再试。</translation>
    </message>
    <message>
        <source>No receipt here just now. It can be printed again until the next shopper starts.</source>
        <translation>当前没有小票。在下一位顾客开始前可重印。</translation>
    </message>
    <message>
        <source>No sale with this receipt. Check its number.</source>
        <translation>没有找到此小票，请核对号码。</translation>
    </message>
    <message>
        <source>Everything of this receipt came back already. No money has moved.</source>
        <translation>此小票的商品已全部退回。没有资金变动。</translation>
    </message>
    <message>
        <source>Another checkout takes goods of this receipt back just now. No money has moved.</source>
        <translation>另一收银台正在办理此小票的退货。没有资金变动。</translation>
    </message>
    <message>
        <source>Nothing of it can come back. Choose other goods.</source>
        <translation>所选商品不能退货，请选择其他商品。</translation>
    </message>
    <message>
        <source>Sign in first; nothing was given back.</source>
        <translation>请先登录；尚未退款。</translation>
    </message>
    <message>
        <source>The printer is not ready. Check paper and cover.</source>
        <translation>打印机未就绪。请检查纸张和机盖。</translation>
    </message>
    <message>
        <source>Decide the payment in the list of what waits, after reading the terminal.</source>
        <translation>请查看终端后，在待处理列表中决定付款。</translation>
    </message>
    <message>
        <source>Unexpected item in bagging area</source>
        <translation>装袋区有未知商品</translation>
    </message>
    <message>
        <source>Place item in bagging area</source>
        <translation>商品未放入装袋区</translation>
    </message>
    <message>
        <source>Weight mismatch</source>
        <translation>重量不符</translation>
    </message>
    <message>
        <source>Item removed from bagging area</source>
        <translation>商品从装袋区取出</translation>
    </message>
    <message>
        <source>Item shuffling</source>
        <translation>移动商品</translation>
    </message>
    <message>
        <source>Skip bagging</source>
        <translation>未装袋</translation>
    </message>
    <message>
        <source>Own bag</source>
        <translation>自备袋</translation>
    </message>
    <message>
        <source>Bagging area full</source>
        <translation>装袋区已满</translation>
    </message>
    <message>
        <source>Scale fault or not at zero</source>
        <translation>电子秤故障或未归零</translation>
    </message>
    <message>
        <source>Item not on file</source>
        <translation>商品未建档</translation>
    </message>
    <message>
        <source>Code will not read</source>
        <translation>条码无法识读</translation>
    </message>
    <message>
        <source>Price required</source>
        <translation>缺少价格</translation>
    </message>
    <message>
        <source>Quantity over limit</source>
        <translation>数量超限</translation>
    </message>
    <message>
        <source>Not for sale, recalled or stopped</source>
        <translation>不可销售、召回或停售</translation>
    </message>
    <message>
        <source>Expired unit</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>年龄核实</translation>
    </message>
    <message>
        <source>Time-restricted sale</source>
        <translation>限时销售</translation>
    </message>
    <message>
        <source>Medicine or other regulated quantity</source>
        <translation>药品或限量商品</translation>
    </message>
    <message>
        <source>Security-tagged or locked item</source>
        <translation>防盗商品</translation>
    </message>
    <message>
        <source>Serial number or warranty item</source>
        <translation>需要序列号</translation>
    </message>
    <message>
        <source>Produce check</source>
        <translation>核对果蔬</translation>
    </message>
    <message>
        <source>Coupon check</source>
        <translation>核对优惠券</translation>
    </message>
    <message>
        <source>Coupon to be handed in</source>
        <translation>收回优惠券</translation>
    </message>
    <message>
        <source>Reduced label check</source>
        <translation>核对降价标签</translation>
    </message>
    <message>
        <source>Discount that needs authority</source>
        <translation>折扣需授权</translation>
    </message>
    <message>
        <source>Help request</source>
        <translation>呼叫帮助</translation>
    </message>
    <message>
        <source>Many or dear items taken off</source>
        <translation>删除商品过多或金额较高</translation>
    </message>
    <message>
        <source>Purchase given up with items bagged</source>
        <translation>已装袋后取消购物</translation>
    </message>
    <message>
        <source>Basket or value limit</source>
        <translation>购物篮数量或金额超限</translation>
    </message>
    <message>
        <source>Idle or abandoned</source>
        <translation>无人操作</translation>
    </message>
    <message>
        <source>Walked away unpaid</source>
        <translation>未付款离开</translation>
    </message>
    <message>
        <source>Audit: partial or full re-scan</source>
        <translation>抽查：部分或全部重扫</translation>
    </message>
    <message>
        <source>Vision alert</source>
        <translation>影像提示</translation>
    </message>
    <message>
        <source>Exceptions over threshold</source>
        <translation>异常次数超限</translation>
    </message>
    <message>
        <source>Payment declined, retry limit</source>
        <translation>多次支付被拒</translation>
    </message>
    <message>
        <source>Payment outcome unknown</source>
        <translation>付款结果不明</translation>
    </message>
    <message>
        <source>Signature or identity check</source>
        <translation>核对签名或证件</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>部分付款</translation>
    </message>
    <message>
        <source>Cash device fault</source>
        <translation>现金设备故障</translation>
    </message>
    <message>
        <source>Offline over the floor limit</source>
        <translation>离线金额超限</translation>
    </message>
    <message>
        <source>Receipt paper low, out, or cover open</source>
        <translation>小票纸不足、用尽或机盖打开</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>设备无响应</translation>
    </message>
    <message>
        <source>Data stale or service offline</source>
        <translation>数据过期或服务离线</translation>
    </message>
    <message>
        <source>Lane closed or paused</source>
        <translation>通道关闭或暂停</translation>
    </message>
    <message>
        <source>Exit gate refused</source>
        <translation>出口闸机拒绝</translation>
    </message>
    <message>
        <source>Pick-up hand-over check</source>
        <translation>取货需核验证件</translation>
    </message>
    <message>
        <source>Attendant</source>
        <translation>服务员</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>技术支持</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Discount on all</source>
        <translation>整单折扣</translation>
    </message>
    <message>
        <source>Weight on file is wrong</source>
        <translation>登记重量有误</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Resume a basket</source>
        <translation>恢复购物篮</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>取消购物</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>重印小票</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Take goods back</source>
        <translation>办理退货</translation>
    </message>
    <message>
        <source>Money given back by hand</source>
        <translation>人工退款</translation>
    </message>
    <message>
        <source>Message to shopper</source>
        <translation>给顾客留言</translation>
    </message>
    <message>
        <source>Close lane</source>
        <translation>关闭通道</translation>
    </message>
    <message>
        <source>Open lane</source>
        <translation>开启通道</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Restart program</source>
        <translation>重启程序</translation>
    </message>
    <message>
        <source>Settle payment</source>
        <translation>处理付款</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>开始培训</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Unlock a colleague</source>
        <translation>解锁同事</translation>
    </message>
    <message>
        <source>End training</source>
        <translation>结束培训</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Card terminal</source>
        <translation>刷卡终端</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Hand scanner</source>
        <translation>手持扫描器</translation>
    </message>
    <message>
        <source>Weighing scale</source>
        <translation>称重秤</translation>
    </message>
    <message>
        <source>Bagging scale</source>
        <translation>装袋秤</translation>
    </message>
    <message>
        <source>Headset voice</source>
        <translation>耳机语音</translation>
    </message>
    <message>
        <source>Has not answered yet</source>
        <translation>尚未响应</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Works, needs a look</source>
        <translation>可用，需查看</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Attendant&apos;s badge</source>
        <translation>需服务员胸卡</translation>
    </message>
    <message>
        <source>Manager&apos;s badge</source>
        <translation>需经理胸卡</translation>
    </message>
    <message>
        <source>Support&apos;s badge</source>
        <translation>需技术支持胸卡</translation>
    </message>
    <message>
        <source>Beyond every limit</source>
        <translation>超出所有权限</translation>
    </message>
    <message>
        <source>Between two shoppers</source>
        <translation>两位顾客之间</translation>
    </message>
    <message>
        <source>No open basket</source>
        <translation>没有购物篮</translation>
    </message>
    <message>
        <source>With an empty basket</source>
        <translation>仅限空购物篮</translation>
    </message>
    <message>
        <source>Once it is paid</source>
        <translation>付款后</translation>
    </message>
    <message>
        <source>Nobody is locked</source>
        <translation>无人被锁定</translation>
    </message>
    <message>
        <source>Weighed or labelled</source>
        <translation>称重或带标签</translation>
    </message>
    <message>
        <source>Looks {count} or older</source>
        <translation>看上去 {count} 岁以上</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>查验证件</translation>
    </message>
    <message>
        <source>From {count} years</source>
        <translation>{count} 岁起</translation>
    </message>
    <message>
        <source>{count} g difference</source>
        <translation>相差 {count} 克</translation>
    </message>
    <message>
        <source>The bag weighs {count} g</source>
        <translation>袋重 {count} 克</translation>
    </message>
    <message>
        <source>{count} pieces</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>{count} units</source>
        <translation>{count} 单位</translation>
    </message>
    <message>
        <source>More than {count} calls in this purchase</source>
        <translation>本次购物呼叫超过 {count} 次</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} 次被拒</translation>
    </message>
    <message>
        <source>Scan again: {items}</source>
        <translation>重新扫描：{items}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>The shopper is asked first</source>
        <translation>先由顾客处理</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>已拒绝：{reason}</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>Enter the price</source>
        <translation>输入价格</translation>
    </message>
    <message>
        <source>No shopper</source>
        <translation>无顾客</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>扫描中</translation>
    </message>
    <message>
        <source>Waits to pay</source>
        <translation>等待付款</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>付款中</translation>
    </message>
    <message>
        <source>Receipt {number} of checkout {lane}</source>
        <translation>{lane} 号收银台小票 {number}</translation>
    </message>
    <message>
        <source>{left} of {sold} can come back</source>
        <translation>{sold} 件中可退 {left} 件</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Code on the receipt</source>
        <translation>小票上的代码</translation>
    </message>
    <message>
        <source>Hold the receipt to the camera, or type the last characters of its code</source>
        <translation>将小票对准摄像头，或输入其代码的最后几位</translation>
    </message>
    <message>
        <source>Not while training</source>
        <translation>培训中不可用</translation>
    </message>
    <message>
        <source>Which part was given back by hand?</source>
        <translation>哪一部分已人工退还？</translation>
    </message>
    <message>
        <source>Why does it come back?</source>
        <translation>退货原因是什么？</translation>
    </message>
    <message>
        <source>{amount} goes back</source>
        <translation>将退还 {amount}</translation>
    </message>
    <message>
        <source>Give nothing more back?</source>
        <translation>不再退还其余款项？</translation>
    </message>
    <message>
        <source>{given} has gone back. {left} does not go back.</source>
        <translation>已退还 {given}，其余 {left} 不再退还。</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>不再退还</translation>
    </message>
    <message>
        <source>Go on giving back</source>
        <translation>继续退还</translation>
    </message>
    <message>
        <source>Asking the store service</source>
        <translation>正在询问门店服务</translation>
    </message>
    <message>
        <source>It makes sure that nobody else gives the same back. No money has moved.</source>
        <translation>以确保不会重复退货。没有资金变动。</translation>
    </message>
    <message>
        <source>{amount} goes back to the card</source>
        <translation>{amount} 将退回银行卡</translation>
    </message>
    <message>
        <source>Follow the card terminal with the shopper. It has gone back only when it says so here.</source>
        <translation>请与顾客按终端提示操作。此处显示后才算退还。</translation>
    </message>
    <message>
        <source>{amount} goes back to the phone</source>
        <translation>{amount} 将退回手机</translation>
    </message>
    <message>
        <source>Please wait. The shopper has nothing to do.</source>
        <translation>请稍候，顾客无需操作。</translation>
    </message>
    <message>
        <source>Asking whether {amount} has gone back</source>
        <translation>正在确认 {amount} 是否已退还</translation>
    </message>
    <message>
        <source>The answer did not come. Do not give it back another way until it is known.</source>
        <translation>未收到答复。确认前请勿用其他方式退款。</translation>
    </message>
    <message>
        <source>Nobody can prove whether {amount} has gone back</source>
        <translation>无法证实 {amount} 是否已退还</translation>
    </message>
    <message>
        <source>Look it up at the card terminal, or ask the wallet. Then a manager approves what waits: reversed, if it has gone back; paid, if it has not. Until then give nothing back another way.</source>
        <translation>请在终端上查看或询问钱包服务商。然后由经理批准待处理事项：已退还选“已撤销”，未退还选“已付款”。在此之前请勿用其他方式退款。</translation>
    </message>
    <message>
        <source>{amount} did not go back</source>
        <translation>{amount} 未能退还</translation>
    </message>
    <message>
        <source>This part did not move. Try again, let a manager give it back by hand, or give nothing more back.</source>
        <translation>此部分没有资金变动。请重试，由经理人工退还，或不再退还。</translation>
    </message>
    <message>
        <source>{amount} has gone back</source>
        <translation>已退还 {amount}</translation>
    </message>
    <message>
        <source>All of it. Give the shopper the slip.</source>
        <translation>已全部退还。请将凭条交给顾客。</translation>
    </message>
    <message>
        <source>The rest did not. The slip says so; give it to the shopper.</source>
        <translation>其余未退还，凭条上已注明；请交给顾客。</translation>
    </message>
    <message>
        <source>Has gone back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>Goes back now</source>
        <translation>正在退还</translation>
    </message>
    <message>
        <source>Did not go back</source>
        <translation>未能退还</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不确定</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Does not go back</source>
        <translation>不再退还</translation>
    </message>
    <message>
        <source>No money has moved. Choose other goods, or stop.</source>
        <translation>没有资金变动。请选择其他商品或停止。</translation>
    </message>
    <message>
        <source>Another checkout takes some of it back</source>
        <translation>另一收银台正在办理其中部分退货</translation>
    </message>
    <message>
        <source>Some of it came back in the meantime</source>
        <translation>其中部分商品已被退回</translation>
    </message>
    <message>
        <source>The store service does not know this sale</source>
        <translation>门店服务没有此笔销售</translation>
    </message>
    <message>
        <source>No link to the store service</source>
        <translation>无法连接门店服务</translation>
    </message>
    <message>
        <source>No money has moved: without it nothing goes back. Try again in a moment, or stop.</source>
        <translation>没有资金变动：断线时不能退款。请稍后重试或停止。</translation>
    </message>
    <message>
        <source>The store service says no</source>
        <translation>门店服务拒绝了</translation>
    </message>
    <message>
        <source>Goods come back</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>A colleague takes them back with you. No money has moved yet.</source>
        <translation>工作人员正在为您办理退货，尚未退款。</translation>
    </message>
    <message>
        <source>A colleague goes on with you. What has gone back stands here.</source>
        <translation>工作人员会继续为您办理。已退款项显示在此。</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Please wait here.</source>
        <translation>我们正在确认 {amount} 是否已退还给您，请稍候。</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>无法确定 {amount} 是否已退还给您。工作人员会与您一起核对。</translation>
    </message>
    <message>
        <source>Please wait here. {amount} has gone back to you so far.</source>
        <translation>请在此稍候。目前已退还给您 {amount}。</translation>
    </message>
    <message>
        <source>{amount} has gone back to you so far. A colleague will go on with you.</source>
        <translation>目前已退还给您 {amount}。工作人员会继续为您办理。</translation>
    </message>
    <message>
        <source>{amount} has gone back to you.</source>
        <translation>已退还给您 {amount}。</translation>
    </message>
    <message>
        <source>Would you like a slip?</source>
        <translation>需要凭条吗？</translation>
    </message>
    <message>
        <source>Your slip is printing</source>
        <translation>正在打印凭条</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Please take the paper below.</source>
        <translation>已退还给您 {amount}。请从下方取走凭条。</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; printing then goes on by itself.</source>
        <translation>已退还给您 {amount}。{reason}需要工作人员处理，之后会自动继续打印。</translation>
    </message>
    <message>
        <source>Your slip is waiting</source>
        <translation>凭条等待打印</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. {reason} A colleague is needed; your slip then prints by itself.</source>
        <translation>已退还给您 {amount}。{reason}需要工作人员处理，之后会自动打印凭条。</translation>
    </message>
    <message>
        <source>Your slip is printed</source>
        <translation>凭条已打印</translation>
    </message>
    <message>
        <source>No paper slip</source>
        <translation>没有纸质凭条</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. The slip could not be printed; take it as a QR code instead.</source>
        <translation>已退还给您 {amount}。凭条无法打印，可改用二维码获取。</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. We cannot tell whether your slip was printed. If it is missing, take it as a QR code.</source>
        <translation>已退还给您 {amount}。无法确定凭条是否已打印。如未取到，可用二维码获取。</translation>
    </message>
    <message>
        <source>Your slip as a QR code</source>
        <translation>您的凭条二维码</translation>
    </message>
    <message>
        <source>{amount} has gone back to you. Scan the code with your phone to keep it.</source>
        <translation>已退还给您 {amount}。请用手机扫描二维码保存。</translation>
    </message>
    <message>
        <source>Thank you for coming by!</source>
        <translation>感谢您的光临！</translation>
    </message>
    <message>
        <source>Payment not known</source>
        <translation>付款不明</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>原因？</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>为何拒绝？</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>要做什么？</translation>
    </message>
    <message>
        <source>Born on {date} or before?</source>
        <translation>是否于 {date} 或之前出生？</translation>
    </message>
    <message>
        <source>From {count} years: {item}</source>
        <translation>{count} 岁起：{item}</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Eight digits, day first. It is not kept.</source>
        <translation>八位数字，日在前。不会保存。</translation>
    </message>
    <message>
        <source>This is not a date of birth.</source>
        <translation>不是有效的出生日期。</translation>
    </message>
    <message>
        <source>The date fits</source>
        <translation>日期符合</translation>
    </message>
    <message>
        <source>New quantity</source>
        <translation>新数量</translation>
    </message>
    <message>
        <source>New price of one piece</source>
        <translation>新单价</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>折扣百分比</translation>
    </message>
    <message>
        <source>You alone: up to {percent} %</source>
        <translation>您的权限：至多 {percent} %</translation>
    </message>
    <message>
        <source>You alone: up to {percent} % and {amount}</source>
        <translation>您的权限：至多 {percent} % 且 {amount}</translation>
    </message>
    <message>
        <source>You alone: up to {amount}</source>
        <translation>您的权限：至多 {amount}</translation>
    </message>
    <message>
        <source>Code on the slip</source>
        <translation>单据代码</translation>
    </message>
    <message>
        <source>All of it, or its last digits</source>
        <translation>全部，或末尾几位</translation>
    </message>
    <message>
        <source>What shall the shopper read?</source>
        <translation>给顾客看什么？</translation>
    </message>
    <message>
        <source>Whom to unlock?</source>
        <translation>解锁谁？</translation>
    </message>
    <message>
        <source>The PIN pad of this lane</source>
        <translation>本通道密码键盘</translation>
    </message>
    <message>
        <source>Locked until {time}</source>
        <translation>锁定至 {time}</translation>
    </message>
    <message>
        <source>Locked until a manager unlocks</source>
        <translation>锁定，待经理解锁</translation>
    </message>
    <message>
        <source>{count} wrong answers</source>
        <translation>{count} 次错误</translation>
    </message>
    <message>
        <source>A colleague is on the way to you.</source>
        <translation>工作人员正在过来。</translation>
    </message>
    <message>
        <source>Please keep your identity card ready.</source>
        <translation>请准备好证件。</translation>
    </message>
    <message>
        <source>One moment, please. We are with you shortly.</source>
        <translation>请稍候，我们马上就来。</translation>
    </message>
    <message>
        <source>Please use another checkout.</source>
        <translation>请使用其他通道。</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>撤回留言</translation>
    </message>
    <message>
        <source>Number or PIN not right</source>
        <translation>编号或密码不正确</translation>
    </message>
    <message>
        <source>Locked until {time}. A manager can unlock it.</source>
        <translation>锁定至 {time}。经理可以解锁。</translation>
    </message>
    <message>
        <source>Locked. Only a manager can unlock it.</source>
        <translation>已锁定。仅经理可以解锁。</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>还需支付</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{amount} next</source>
        <translation>先付 {amount}</translation>
    </message>
    <message>
        <source>After this payment {amount} is left to pay.</source>
        <translation>本次付款后还需支付 {amount}。</translation>
    </message>
    <message>
        <source>Pays {amount}</source>
        <translation>支付 {amount}</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>礼品卡</translation>
    </message>
    <message>
        <source>Gift card …{digits}</source>
        <translation>礼品卡 …{digits}</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>我的余额</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>{card} …{digits}</source>
        <translation>{card} …{digits}</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>手机支付</translation>
    </message>
    <message>
        <source>{amount} left on it</source>
        <translation>卡上还剩 {amount}</translation>
    </message>
    <message>
        <source>Nothing left on it</source>
        <translation>已用完</translation>
    </message>
    <message>
        <source>Set aside for you</source>
        <translation>已为您预留</translation>
    </message>
    <message>
        <source>Asking about your gift card …</source>
        <translation>正在查询您的礼品卡…</translation>
    </message>
    <message>
        <source>Asking about your balance …</source>
        <translation>正在查询您的余额…</translation>
    </message>
    <message>
        <source>Hold your phone or gift card here</source>
        <translation>请在此出示手机或礼品卡</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>请在此出示手机</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>请在此出示礼品卡</translation>
    </message>
    <message>
        <source>With an app on your phone</source>
        <translation>用手机应用付款</translation>
    </message>
    <message>
        <source>Not reachable right now. Nothing was charged.</source>
        <translation>暂时无法使用，未扣款。</translation>
    </message>
    <message>
        <source>Scan it or type its number</source>
        <translation>扫描或输入卡号</translation>
    </message>
    <message>
        <source>What you have in your account</source>
        <translation>使用账户中的余额</translation>
    </message>
    <message>
        <source>{amount} goes back to where it came from. Your basket is kept, and you can pay another way.</source>
        <translation>{amount} 将原路退回。购物篮会保留，您可以换一种方式付款。</translation>
    </message>
    <message>
        <source>Your money goes back</source>
        <translation>正在为您退款</translation>
    </message>
    <message>
        <source>Please follow the card terminal. It has gone back only when we say so.</source>
        <translation>请按照刷卡机提示操作。以本屏幕显示为准。</translation>
    </message>
    <message>
        <source>Please wait. It goes back to the wallet on your phone.</source>
        <translation>请稍候，款项将退回您的手机账户。</translation>
    </message>
    <message>
        <source>Please wait a moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>We are asking whether {amount} has gone back to you. Your basket is kept.</source>
        <translation>正在查询 {amount} 是否已退还给您。购物篮已保留。</translation>
    </message>
    <message>
        <source>A colleague has to look</source>
        <translation>需要工作人员核对</translation>
    </message>
    <message>
        <source>We cannot tell whether {amount} has gone back to you. A colleague will check it with you. Your basket is kept.</source>
        <translation>无法确定 {amount} 是否已退还给您。工作人员会与您一起核对。购物篮已保留。</translation>
    </message>
    <message>
        <source>Not everything has gone back</source>
        <translation>尚未全部退款</translation>
    </message>
    <message>
        <source>What is shown as paid still counts for this purchase. Try again, or touch Help: staff give it back.</source>
        <translation>显示为已付的款项仍计入本次购物。请重试，或点“帮助”由工作人员退款。</translation>
    </message>
    <message>
        <source>We cannot tell yet whether {amount} has gone back to you. A colleague will check it with you.</source>
        <translation>尚无法确定 {amount} 是否已退还给您。工作人员会与您一起核对。</translation>
    </message>
    <message>
        <source>Your code is on its way. Nothing was charged.</source>
        <translation>付款码马上显示，尚未扣款。</translation>
    </message>
    <message>
        <source>Scan this code with your phone</source>
        <translation>请用手机扫描此码</translation>
    </message>
    <message>
        <source>Open your wallet app. You have paid only when this screen says so.</source>
        <translation>请打开付款应用。以本屏幕显示付款成功为准。</translation>
    </message>
    <message>
        <source>We have read your phone&apos;s code</source>
        <translation>已读取您手机上的付款码</translation>
    </message>
    <message>
        <source>Please wait. You have paid only when this screen says so.</source>
        <translation>请稍候。以本屏幕显示付款成功为准。</translation>
    </message>
    <message>
        <source>Please confirm on your phone</source>
        <translation>请在手机上确认</translation>
    </message>
    <message>
        <source>Your phone asks for your consent. Nothing is charged before you give it.</source>
        <translation>手机正在请您确认，确认之前不会扣款。</translation>
    </message>
    <message>
        <source>Please wait. We are asking your wallet whether anything was charged. Do not confirm now.</source>
        <translation>请稍候，我们正在查询是否已扣款。请不要再确认。</translation>
    </message>
    <message>
        <source>We are asking your wallet whether your payment of {amount} went through. Your basket is kept.</source>
        <translation>我们正在查询您的 {amount} 手机付款是否成功。购物篮已保留。</translation>
    </message>
    <message>
        <source>Your wallet cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>无法确定您的 {amount} 手机付款是否成功。工作人员会与您一起核对。购物篮已保留。</translation>
    </message>
    <message>
        <source>Please wait here. Your basket is kept, and so are the {amount} you have paid so far.</source>
        <translation>请在此稍候。购物篮和您已支付的 {amount} 均已保留。</translation>
    </message>
    <message>
        <source>You have paid {amount} so far; it is kept with your basket. A colleague will go on with you or give it back.</source>
        <translation>您已支付 {amount}，款项与购物篮均已保留。工作人员会协助您继续或退款。</translation>
    </message>
    <message>
        <source>We don&apos;t know this gift card</source>
        <translation>无法识别此礼品卡</translation>
    </message>
    <message>
        <source>Nothing was taken. Check the number and try again, or pay another way.</source>
        <translation>未扣款。请核对卡号后重试，或换一种方式付款。</translation>
    </message>
    <message>
        <source>Nothing is left on it</source>
        <translation>余额为零</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way.</source>
        <translation>未扣款。请换一种方式付款。</translation>
    </message>
    <message>
        <source>It is in use at another checkout</source>
        <translation>正在另一收银台使用</translation>
    </message>
    <message>
        <source>Nothing was taken. Finish there first, or pay another way.</source>
        <translation>未扣款。请先在那边完成，或换一种方式付款。</translation>
    </message>
    <message>
        <source>It was used up before</source>
        <translation>已经用完</translation>
    </message>
    <message>
        <source>Nothing was taken. Please pay another way, or touch Help.</source>
        <translation>未扣款。请换一种方式付款，或点“帮助”。</translation>
    </message>
    <message>
        <source>That took too long</source>
        <translation>操作超时</translation>
    </message>
    <message>
        <source>Nothing was taken. Please try again.</source>
        <translation>未扣款，请重试。</translation>
    </message>
    <message>
        <source>It is blocked</source>
        <translation>已被冻结</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask why, or pay another way.</source>
        <translation>未扣款。请点“帮助”询问原因，或换一种方式付款。</translation>
    </message>
    <message>
        <source>It has expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Nothing was taken. Touch Help to ask, or pay another way.</source>
        <translation>未扣款。请点“帮助”咨询，或换一种方式付款。</translation>
    </message>
    <message>
        <source>It holds another currency</source>
        <translation>币种不同</translation>
    </message>
    <message>
        <source>It cannot pay here and nothing was taken. Please pay another way.</source>
        <translation>此处无法使用，未扣款。请换一种方式付款。</translation>
    </message>
    <message>
        <source>It needs its PIN</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>Nothing was taken. Type the PIN, or pay another way.</source>
        <translation>未扣款。请输入密码，或换一种方式付款。</translation>
    </message>
    <message>
        <source>This PIN is not right</source>
        <translation>密码不正确</translation>
    </message>
    <message>
        <source>Nothing was taken. Try again; after five wrong ones the card is locked.</source>
        <translation>未扣款。请重试；连续五次错误后将被锁定。</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密码错误次数过多</translation>
    </message>
    <message>
        <source>It is locked for 15 minutes and nothing was taken. Please pay another way.</source>
        <translation>已锁定 15 分钟，未扣款。请换一种方式付款。</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>尝试次数过多</translation>
    </message>
    <message>
        <source>We cannot ask about it right now</source>
        <translation>暂时无法查询</translation>
    </message>
    <message>
        <source>Nothing was taken; what is on it stays yours. Try again in a moment, or pay another way.</source>
        <translation>未扣款，余额仍归您所有。请稍后重试，或换一种方式付款。</translation>
    </message>
    <message>
        <source>It cannot be used for this purchase</source>
        <translation>无法用于本次购物</translation>
    </message>
    <message>
        <source>A part is paid already. It has to go back before the basket can change.</source>
        <translation>已支付一部分。退款之后才能更改购物篮。</translation>
    </message>
    <message>
        <source>Please choose an amount up to what is left to pay.</source>
        <translation>金额不能超过还需支付的数额。</translation>
    </message>
    <message>
        <source>Please pay the rest at once: that is enough parts.</source>
        <translation>请一次付清余额：已分得足够多次。</translation>
    </message>
    <message>
        <source>We are still asking about your gift card or balance. One moment, please; nothing was charged.</source>
        <translation>正在查询您的礼品卡或余额，请稍候，未扣款。</translation>
    </message>
    <message>
        <source>This is not a gift card&apos;s number. Nothing was taken; please try again.</source>
        <translation>这不是礼品卡号。未扣款，请重试。</translation>
    </message>
    <message>
        <source>Gift cards cannot be used here right now. Nothing was taken; please pay another way.</source>
        <translation>此处暂时无法使用礼品卡。未扣款，请换一种方式付款。</translation>
    </message>
    <message>
        <source>It already pays for this purchase.</source>
        <translation>本次购物已在使用。</translation>
    </message>
    <message>
        <source>A PIN has digits only. Nothing was taken.</source>
        <translation>密码只能是数字。未扣款。</translation>
    </message>
    <message>
        <source>You cannot pay from a balance here.</source>
        <translation>此处不能使用余额付款。</translation>
    </message>
    <message>
        <source>To pay from your balance, go back to the basket and show your member card first.</source>
        <translation>使用余额付款，请先返回购物篮出示会员卡。</translation>
    </message>
    <message>
        <source>One purchase takes no more gift cards. Nothing was taken; please pay another way.</source>
        <translation>一次购物不能使用更多礼品卡。未扣款，请换一种方式付款。</translation>
    </message>
    <message>
        <source>You cannot pay by phone wallet here. Nothing was charged.</source>
        <translation>此处不能使用手机支付。未扣款。</translation>
    </message>
    <message>
        <source>Phone wallets cannot be reached right now. Nothing was charged; please pay another way.</source>
        <translation>手机支付暂时无法使用。未扣款，请换一种方式付款。</translation>
    </message>
    <message>
        <source>Not while training: nothing is paid here.</source>
        <translation>训练模式下不收款。</translation>
    </message>
    <message>
        <source>Whose balance?</source>
        <translation>为谁的余额充值？</translation>
    </message>
    <message>
        <source>Show your member card or your phone, or type your number.</source>
        <translation>请出示会员卡或手机，或输入号码。</translation>
    </message>
    <message>
        <source>Hold your card or phone here</source>
        <translation>请将会员卡或手机放在这里</translation>
    </message>
    <message>
        <source>We are asking for your balance. Nothing was charged.</source>
        <translation>正在查询您的余额，尚未扣款。</translation>
    </message>
    <message>
        <source>By how much?</source>
        <translation>充值多少？</translation>
    </message>
    <message>
        <source>You pay by card. Your balance gets it at once.</source>
        <translation>刷卡支付，即刻到账。</translation>
    </message>
    <message>
        <source>On it now: {amount}</source>
        <translation>当前余额：{amount}</translation>
    </message>
    <message>
        <source>Topped up</source>
        <translation>充值成功</translation>
    </message>
    <message>
        <source>{amount} is on your balance. You can pay with it at every checkout.</source>
        <translation>{amount} 已充入您的余额，可在任一收银台使用。</translation>
    </message>
    <message>
        <source>{amount} is on your balance.</source>
        <translation>{amount} 已充入您的余额。</translation>
    </message>
    <message>
        <source>A colleague is on the way. Nothing was charged.</source>
        <translation>工作人员正在赶来，尚未扣款。</translation>
    </message>
    <message>
        <source>This checkout has to pause. Nothing was charged; a colleague helps you.</source>
        <translation>本机需暂停服务，尚未扣款；工作人员会协助您。</translation>
    </message>
    <message>
        <source>Not possible right now</source>
        <translation>暂时无法办理</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was charged; please try again later.</source>
        <translation>无法连接门店服务，尚未扣款；请稍后再试。</translation>
    </message>
    <message>
        <source>No balance for this card</source>
        <translation>此卡没有余额账户</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help, or show another card.</source>
        <translation>尚未扣款。请按“帮助”，或出示其他卡。</translation>
    </message>
    <message>
        <source>This balance is blocked</source>
        <translation>此余额已被冻结</translation>
    </message>
    <message>
        <source>Nothing was charged. Please touch Help.</source>
        <translation>尚未扣款，请按“帮助”。</translation>
    </message>
    <message>
        <source>This balance is in another currency</source>
        <translation>此余额为其他币种</translation>
    </message>
    <message>
        <source>It cannot be topped up here. Nothing was charged.</source>
        <translation>无法在此充值，尚未扣款。</translation>
    </message>
    <message>
        <source>Your balance is full</source>
        <translation>您的余额已达上限</translation>
    </message>
    <message>
        <source>No more fits on it. Nothing was charged.</source>
        <translation>无法再充值，尚未扣款。</translation>
    </message>
    <message>
        <source>A balance cannot be topped up at this checkout.</source>
        <translation>本机不支持余额充值。</translation>
    </message>
    <message>
        <source>Please show your member card first.</source>
        <translation>请先出示会员卡。</translation>
    </message>
    <message>
        <source>Please choose one of the amounts. Nothing was charged.</source>
        <translation>请选择一个金额，尚未扣款。</translation>
    </message>
    <message>
        <source>Please touch Help: a colleague looks at your card.</source>
        <translation>请按“帮助”，工作人员会查看您的卡。</translation>
    </message>
    <message>
        <source>Nothing was charged. Please check it and try again.</source>
        <translation>尚未扣款，请核对后重试。</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>当前热门</translation>
    </message>
    <message>
        <source>Fruit and vegetables</source>
        <translation>水果和蔬菜</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>水果</translation>
    </message>
    <message>
        <source>Berries</source>
        <translation>浆果</translation>
    </message>
    <message>
        <source>Exotic</source>
        <translation>热带水果</translation>
    </message>
    <message>
        <source>Vegetables</source>
        <translation>蔬菜</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>面包糕点</translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>面包</translation>
    </message>
    <message>
        <source>Snacks</source>
        <translation>点心</translation>
    </message>
    <message>
        <source>{price}/kg</source>
        <translation>{price}/千克</translation>
    </message>
    <message>
        <source>No bag, thank you</source>
        <translation>不需要，谢谢</translation>
    </message>
    <message>
        <source>1 bag for {amount}</source>
        <translation>1 个袋子，{amount}</translation>
    </message>
    <message>
        <source>{count} bags for {amount}</source>
        <translation>{count} 个袋子，{amount}</translation>
    </message>
    <message>
        <source>Round up to {total}?</source>
        <translation>凑整到 {total} 吗？</translation>
    </message>
    <message>
        <source>{amount} for {charity}</source>
        <translation>{amount} 捐给 {charity}</translation>
    </message>
    <message>
        <source>Thank you for {amount}</source>
        <translation>感谢您的 {amount}</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>捐款</translation>
    </message>
    <message>
        <source>{name} taken off</source>
        <translation>已移除 {name}</translation>
    </message>
    <message>
        <source>{count} × {name} taken off</source>
        <translation>已移除 {count} × {name}</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>多少钱？</translation>
    </message>
    <message>
        <source>Hold anything here. Nothing is added.</source>
        <translation>请将商品放在这里，不会加入购物。</translation>
    </message>
    <message>
        <source>Hold the barcode here</source>
        <translation>请将条码对准此处</translation>
    </message>
    <message>
        <source>Your member prices</source>
        <translation>您的会员价</translation>
    </message>
    <message>
        <source>{price} per kg</source>
        <translation>每公斤 {price}</translation>
    </message>
    <message>
        <source>{weight} kg, {price} per kg</source>
        <translation>{weight} 公斤，每公斤 {price}</translation>
    </message>
    <message>
        <source>plus {name} {price}</source>
        <translation>另加{name} {price}</translation>
    </message>
    <message>
        <source>No offer for it right now</source>
        <translation>暂无优惠</translation>
    </message>
    <message>
        <source>This has no price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>Hold the barcode of an item here, or your member card.</source>
        <translation>请将商品条码或会员卡放在这里。</translation>
    </message>
    <message>
        <source>We do not know this item</source>
        <translation>无法识别此商品</translation>
    </message>
    <message>
        <source>Please ask a colleague for its price.</source>
        <translation>请向工作人员询问价格。</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>会员资格</translation>
    </message>
    <message>
        <source>The shop keeps my points, coupons and receipts under a number, not under my name.</source>
        <translation>门店以编号而非姓名保存我的积分、优惠券和小票。</translation>
    </message>
    <message>
        <source>Offers by my interests</source>
        <translation>按兴趣推荐优惠</translation>
    </message>
    <message>
        <source>The shop may choose offers by what I say I like.</source>
        <translation>门店可按我选择的喜好推荐优惠。</translation>
    </message>
    <message>
        <source>Offers by what I bought</source>
        <translation>按购买记录推荐优惠</translation>
    </message>
    <message>
        <source>The shop may choose offers by my earlier purchases.</source>
        <translation>门店可按我以往的购买推荐优惠。</translation>
    </message>
    <message>
        <source>We cannot reach the shop&apos;s service. Nothing was kept; shop on as always.</source>
        <translation>无法连接门店服务，未保存任何信息；请照常购物。</translation>
    </message>
    <message>
        <source>This number has a membership</source>
        <translation>此号码已是会员</translation>
    </message>
    <message>
        <source>Close this and enter the number as a member&apos;s.</source>
        <translation>请关闭此窗口，并以会员身份输入号码。</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>Nobody has joined, nothing was kept. Please try again.</source>
        <translation>未办理入会，未保存任何信息，请重试。</translation>
    </message>
    <message>
        <source>Nobody can join at this checkout.</source>
        <translation>本机不支持入会。</translation>
    </message>
    <message>
        <source>To join, please agree to the membership.</source>
        <translation>入会前请先同意会员条款。</translation>
    </message>
    <message>
        <source>This is not a telephone number. Please check it.</source>
        <translation>这不是有效的电话号码，请核对。</translation>
    </message>
    <message>
        <source>Order {name}</source>
        <translation>订单 {name}</translation>
    </message>
    <message>
        <source>To pay: {amount}</source>
        <translation>应付：{amount}</translation>
    </message>
    <message>
        <source>We are looking for your order.</source>
        <translation>正在查找您的订单。</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>您的订单</translation>
    </message>
    <message>
        <source>Take your goods. When you have everything, confirm it here.</source>
        <translation>请取走商品。全部取齐后，请在此确认。</translation>
    </message>
    <message>
        <source>Collect it at the counter</source>
        <translation>请到柜台取货</translation>
    </message>
    <message>
        <source>Your order waits there. Show the code on your phone once more.</source>
        <translation>您的订单在那里等候。请再次出示手机上的码。</translation>
    </message>
    <message>
        <source>Take your goods. They are yours when they are paid here.</source>
        <translation>请取走商品，在此付款后即归您所有。</translation>
    </message>
    <message>
        <source>Pay here, then collect it at the counter with the same code.</source>
        <translation>请在此付款，然后凭同一个码到柜台取货。</translation>
    </message>
    <message>
        <source>We are bringing your order here.</source>
        <translation>正在调出您的订单。</translation>
    </message>
    <message>
        <source>Your order could not be brought here</source>
        <translation>无法在此调出您的订单</translation>
    </message>
    <message>
        <source>Nothing was charged. Please try once more, or ask a colleague.</source>
        <translation>没有扣款。请再试一次，或询问工作人员。</translation>
    </message>
    <message>
        <source>Another lane has this order</source>
        <translation>另一台收银机正在处理此订单</translation>
    </message>
    <message>
        <source>Nothing was charged here. Finish it there, or ask a colleague.</source>
        <translation>此处未扣款。请在那里完成，或询问工作人员。</translation>
    </message>
    <message>
        <source>This order is paid already</source>
        <translation>此订单已付款</translation>
    </message>
    <message>
        <source>Nothing was charged here. Collect it at the counter.</source>
        <translation>此处未扣款。请到柜台取货。</translation>
    </message>
    <message>
        <source>We are writing down that you have your order.</source>
        <translation>正在记录您已取货。</translation>
    </message>
    <message>
        <source>Your order is complete</source>
        <translation>订单已取走</translation>
    </message>
    <message>
        <source>Thank you. Nothing was charged here.</source>
        <translation>谢谢。此处未扣款。</translation>
    </message>
    <message>
        <source>This order was collected already</source>
        <translation>此订单已被取走</translation>
    </message>
    <message>
        <source>If that was not you, please ask a colleague.</source>
        <translation>如果不是您本人，请询问工作人员。</translation>
    </message>
    <message>
        <source>This order was cancelled</source>
        <translation>此订单已取消</translation>
    </message>
    <message>
        <source>What was paid for it has gone back.</source>
        <translation>已付款项已退回。</translation>
    </message>
    <message>
        <source>It is too early for this order</source>
        <translation>还没到取货时间</translation>
    </message>
    <message>
        <source>Your phone shows when you can collect it.</source>
        <translation>手机上显示可取货的时间。</translation>
    </message>
    <message>
        <source>It is too late for this order</source>
        <translation>已过取货时间</translation>
    </message>
    <message>
        <source>Its time is over. What was paid goes back.</source>
        <translation>取货时间已过，已付款项将退回。</translation>
    </message>
    <message>
        <source>This order is brought to you</source>
        <translation>此订单为送货</translation>
    </message>
    <message>
        <source>It is not collected in the shop.</source>
        <translation>不在店内取货。</translation>
    </message>
    <message>
        <source>Show the next code</source>
        <translation>请出示下一个码</translation>
    </message>
    <message>
        <source>This one is over. Your phone shows a new one in a moment.</source>
        <translation>此码已失效。手机很快会显示新码。</translation>
    </message>
    <message>
        <source>This order is in another shop</source>
        <translation>此订单在其他门店</translation>
    </message>
    <message>
        <source>Your phone shows which one.</source>
        <translation>手机上显示是哪一家。</translation>
    </message>
    <message>
        <source>We cannot look for orders right now</source>
        <translation>暂时无法查找订单</translation>
    </message>
    <message>
        <source>Nothing was changed. Please go to the counter.</source>
        <translation>没有任何更改。请到柜台。</translation>
    </message>
    <message>
        <source>This could not be written down yet</source>
        <translation>尚未能记录</translation>
    </message>
    <message>
        <source>Please confirm it once more, or ask a colleague.</source>
        <translation>请再确认一次，或询问工作人员。</translation>
    </message>
    <message>
        <source>Finish this purchase first</source>
        <translation>请先完成本次购物</translation>
    </message>
    <message>
        <source>Then show the code of your order again.</source>
        <translation>然后再次出示订单码。</translation>
    </message>
    <message>
        <source>This code opens no order here</source>
        <translation>此码在这里没有对应的订单</translation>
    </message>
    <message>
        <source>Open your order on the phone and show its code, or go to the counter.</source>
        <translation>请在手机上打开订单并出示其码，或到柜台。</translation>
    </message>
</context>
<context>
    <name>NotFoundScreen</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>没有条码？</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>输入号码</translation>
    </message>
    <message>
        <source>Continue without this coupon</source>
        <translation>不使用此优惠券继续</translation>
    </message>
    <message>
        <source>Continue without this item</source>
        <translation>不要此商品，继续</translation>
    </message>
    <message>
        <source>Continue without member prices</source>
        <translation>不使用会员价继续</translation>
    </message>
</context>
<context>
    <name>NudgeBanner</name>
    <message>
        <source>and 1 more</source>
        <translation>另有 1 条提示</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
</context>
<context>
    <name>OrderScreen</name>
    <message>
        <source>Pay here</source>
        <translation>在此付款</translation>
    </message>
    <message>
        <source>I have everything</source>
        <translation>我已取齐</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PayWays</name>
    <message>
        <source>Card or phone: hold, insert or swipe</source>
        <translation>银行卡或手机：轻触、插卡或刷卡</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>刷卡付款</translation>
    </message>
    <message>
        <source>Phone wallet</source>
        <translation>手机支付</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>礼品卡</translation>
    </message>
    <message>
        <source>My balance</source>
        <translation>我的余额</translation>
    </message>
</context>
<context>
    <name>PaysRows</name>
    <message>
        <source>Take back</source>
        <translation>取消使用</translation>
    </message>
</context>
<context>
    <name>PriceScreen</name>
    <message>
        <source>Add it to my purchase</source>
        <translation>加入购物</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>输入号码</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>QuantitySheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>ReceiptScreen</name>
    <message>
        <source>On paper</source>
        <translation>纸质小票</translation>
    </message>
    <message>
        <source>Scan it from this screen with your phone</source>
        <translation>用手机扫描屏幕上的二维码</translation>
    </message>
    <message>
        <source>As a QR code</source>
        <translation>二维码小票</translation>
    </message>
    <message>
        <source>Saves paper</source>
        <translation>节约用纸</translation>
    </message>
    <message>
        <source>No receipt</source>
        <translation>不需要小票</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ReturnPanel</name>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一件</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>退还 %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>It was given back by hand</source>
        <translation>已人工退还</translation>
    </message>
    <message>
        <source>Give nothing more back</source>
        <translation>不再退还</translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation>打印凭条</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>不要凭条</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>RoundUpStrip</name>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>凑整</translation>
    </message>
</context>
<context>
    <name>ScannerEye</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>已计入</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>seen once: one more look or a second decoder</source>
        <translation>只看到一次：需要再看一次或由另一种解码器确认</translation>
    </message>
    <message>
        <source>short code: two decoders must agree</source>
        <translation>短码：需要两种解码器一致</translation>
    </message>
    <message>
        <source>another code was read in the same place</source>
        <translation>同一位置还读到了另一个条码</translation>
    </message>
    <message>
        <source>Bars in view that nobody can read: is the print whole, dry and flat?</source>
        <translation>画面中有无法读取的条码：印刷是否完整、干燥、平整？</translation>
    </message>
    <message>
        <source>Hold a barcode before the camera</source>
        <translation>请将条码对准摄像头</translation>
    </message>
    <message>
        <source>The last look took %1 ms</source>
        <translation>上一次识别用时 %1 毫秒</translation>
    </message>
</context>
<context>
    <name>ScanningScreen</name>
    <message>
        <source>Pay</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>No barcode?</source>
        <translation>没有条码？</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Remove last item</source>
        <translation>移除上一件</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>取消购物</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Check a price</source>
        <translation>查价格</translation>
    </message>
    <message>
        <source>Top up balance</source>
        <translation>余额充值</translation>
    </message>
</context>
<context>
    <name>ShowSheet</name>
    <message>
        <source>Show your phone&apos;s code to the camera</source>
        <translation>请将手机付款码对准摄像头</translation>
    </message>
    <message>
        <source>Show your gift card to the camera</source>
        <translation>请将礼品卡对准摄像头</translation>
    </message>
    <message>
        <source>Open your wallet app and choose its payment code</source>
        <translation>打开付款应用，选择付款码</translation>
    </message>
    <message>
        <source>Hold its code flat and still; a code on your phone works too</source>
        <translation>请将条码放平并保持不动，手机上的条码也可以</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hold your phone here</source>
        <translation>请在此出示手机</translation>
    </message>
    <message>
        <source>Hold your gift card here</source>
        <translation>请在此出示礼品卡</translation>
    </message>
    <message>
        <source>Show me a code instead</source>
        <translation>改为显示付款码</translation>
    </message>
    <message>
        <source>Type its number instead</source>
        <translation>改为输入卡号</translation>
    </message>
</context>
<context>
    <name>StaffBasket</name>
    <message>
        <source>No items</source>
        <translation>没有商品</translation>
    </message>
</context>
<context>
    <name>StaffDevices</name>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>识别详情</translation>
    </message>
</context>
<context>
    <name>StaffDoor</name>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Scan your badge, or type your number and PIN</source>
        <translation>请扫描胸卡，或输入编号和密码</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Checkout %1 · %2</source>
        <translation>收银台 %1 · %2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>To be decided: %1</source>
        <translation>待处理：%1</translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>没有待处理事项</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>购物篮</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购物</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer: %1</source>
        <translation>减一个：%1</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>加一个：%1</translation>
    </message>
</context>
<context>
    <name>TenderFlow</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>请选择付款方式</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>全部支付</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>返回购物篮</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>退还已付款项</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>只付一部分</translation>
    </message>
</context>
<context>
    <name>TenderPage</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>请选择付款方式</translation>
    </message>
    <message>
        <source>Pay all of it</source>
        <translation>全部支付</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>返回购物篮</translation>
    </message>
    <message>
        <source>Give my money back</source>
        <translation>退还已付款项</translation>
    </message>
    <message>
        <source>Pay only a part</source>
        <translation>只付一部分</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>TimeStrip</name>
    <message>
        <source>This closes by itself in a moment.</source>
        <translation>此页面即将自动关闭。</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>延长时间</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Checkout %1</source>
        <translation>%1 号收银台</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Called, %1</source>
        <translation>已呼叫，%1</translation>
    </message>
    <message>
        <source>Colours, letters, reach and sound</source>
        <translation>颜色、文字、操作区和声音</translation>
    </message>
</context>
<context>
    <name>TotalPanel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Training – nothing is sold</source>
        <translation>培训模式 – 不销售</translation>
    </message>
</context>
<context>
    <name>TypeSheet</name>
    <message>
        <source>How much would you like to pay next?</source>
        <translation>这次想付多少？</translation>
    </message>
    <message>
        <source>The PIN of your gift card</source>
        <translation>礼品卡密码</translation>
    </message>
    <message>
        <source>The number of your gift card</source>
        <translation>礼品卡卡号</translation>
    </message>
    <message>
        <source>Up to %1. The rest is paid afterwards, another way or by another person.</source>
        <translation>最多 %1。剩余部分随后用其他方式或由他人支付。</translation>
    </message>
    <message>
        <source>It stands under its code: 13 or 20 digits</source>
        <translation>位于条码下方：13 位或 20 位数字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>%1 人均摊</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UnknownScreen</name>
    <message>
        <source>I have not paid. Stop it.</source>
        <translation>我没有付款，请取消</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Other reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
</context>
<context>
    <name>WalletScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>停止付款</translation>
    </message>
</context>
</TS>
