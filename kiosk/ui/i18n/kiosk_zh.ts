<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
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
        <source>Touch to start</source>
        <translation>触摸开始</translation>
    </message>
    <message>
        <source>or just hold your first item in front of the camera</source>
        <translation>或直接将第一件商品对准摄像头</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>The terminal says: %1</source>
        <translation>刷卡机显示：%1</translation>
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
    <name>CardScreen</name>
    <message>
        <source>Stop the payment</source>
        <translation>停止付款</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>I no longer need help</source>
        <translation>我不再需要帮助</translation>
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
    <name>Messages</name>
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
        <source>This item has to be weighed</source>
        <translation>此商品需要称重</translation>
    </message>
    <message>
        <source>Nothing was added to your basket. Touch Help; a colleague will weigh it for you.</source>
        <translation>没有添加任何商品。请点按“帮助”，店员会为您称重。</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>付款未成功</translation>
    </message>
    <message>
        <source>Your card was not charged. Try another card, or touch Help.</source>
        <translation>您的卡未被扣款。请换一张卡，或点按“帮助”。</translation>
    </message>
    <message>
        <source>Payment stopped</source>
        <translation>付款已停止</translation>
    </message>
    <message>
        <source>Your card was not charged. Start again, or go back to your basket.</source>
        <translation>您的卡未被扣款。您可以重新付款，或返回购物篮。</translation>
    </message>
    <message>
        <source>The payment did not go through and your card was not charged. Please try again.</source>
        <translation>付款没有成功，您的卡未被扣款。请再试一次。</translation>
    </message>
    <message>
        <source>The terminal charged your card, and the amount was given back. Try again, or touch Help.</source>
        <translation>刷卡机曾扣款，金额已退回。请再试一次，或点按“帮助”。</translation>
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
        <translation>需要店员查看，请勿重复付款。</translation>
    </message>
    <message>
        <source>The terminal cannot tell whether your payment of {amount} went through. A colleague will check it with you. Your basket is kept.</source>
        <translation>刷卡机无法确认 {amount} 的付款是否成功。店员会与您一起核对。您的购物篮已保留。</translation>
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
        <translation>您已付款 {amount}。{reason}需要店员处理，之后会自动继续打印。</translation>
    </message>
    <message>
        <source>Your receipt is waiting</source>
        <translation>您的小票正在等待打印</translation>
    </message>
    <message>
        <source>You have paid {amount}. {reason} A colleague is needed; your receipt then prints by itself.</source>
        <translation>您已付款 {amount}。{reason}需要店员处理，之后会自动打印小票。</translation>
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
        <translation>请带好您的商品。如果没有小票，店员可以为您补打。</translation>
    </message>
    <message>
        <source>A colleague is coming</source>
        <translation>店员马上就到</translation>
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
        <translation>未产生任何扣款，您的购物篮已保留。店员会来帮助您。</translation>
    </message>
    <message>
        <source>This checkout has to pause. Do not pay again.</source>
        <translation>收银台暂停，请勿重复付款</translation>
    </message>
    <message>
        <source>We cannot tell yet whether your payment of {amount} went through. A colleague will check it with you.</source>
        <translation>目前无法确认 {amount} 的付款是否成功。店员会与您一起核对。</translation>
    </message>
    <message>
        <source>You have paid {amount}. A colleague will help you with the receipt.</source>
        <translation>您已付款 {amount}。店员会帮您取得小票。</translation>
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
        <source>That is not possible right now.</source>
        <translation>现在无法执行此操作。</translation>
    </message>
</context>
<context>
    <name>NotFoundScreen</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Continue without this item</source>
        <translation>不要此商品，继续</translation>
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
    <name>ScanningScreen</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Remove last item</source>
        <translation>移除上一件</translation>
    </message>
    <message>
        <source>Cancel purchase</source>
        <translation>取消购物</translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>How would you like to pay?</source>
        <translation>请选择付款方式</translation>
    </message>
    <message>
        <source>Card or phone: hold, insert or swipe</source>
        <translation>银行卡或手机：轻触、插卡或刷卡</translation>
    </message>
    <message>
        <source>Pay by card</source>
        <translation>刷卡付款</translation>
    </message>
    <message>
        <source>Back to the basket</source>
        <translation>返回购物篮</translation>
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
</context>
</TS>
