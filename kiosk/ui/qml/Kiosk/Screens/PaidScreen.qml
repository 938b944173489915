import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts
import Kiosk.Theme

// The money is proven and durable. A moment to be glad.
Item {
    id: root

    required property Lane lane

    Rectangle {
        anchors.fill: parent

        gradient: Gradient {
            GradientStop {
                color: Theme.festive
                position: 0
            }
            GradientStop {
                color: Theme.festiveDeep
                position: 1
            }
        }
    }
    FoodScatter {
        anchors.fill: parent
        // Lying, large letters have its place.
        visible: Theme.portrait || !Theme.isLarge
        spots: root.lane.payment.pays.length > 0 ? (Theme.portrait ? [["strawberry", 0.13, 0.17, 170, -14], ["avocado", 0.86, 0.15, 180, 12], ["croissant", 0.1, 0.42, 160, 10], ["grapes", 0.92, 0.4, 160, -8]] : [["strawberry", 0.08, 0.24, 170, -14], ["avocado", 0.4, 0.2, 160, 12], ["croissant", 0.06, 0.74, 170, 10], ["grapes", 0.41, 0.82, 160, -8]]) : Theme.portrait ? [["strawberry", 0.13, 0.17, 170, -14], ["avocado", 0.86, 0.15, 180, 12], ["croissant", 0.1, 0.45, 160, 10], ["grapes", 0.92, 0.42, 160, -8], ["cheese", 0.2, 0.85, 190, -10], ["baguette", 0.8, 0.86, 200, 12], ["tomato", 0.5, 0.92, 150, 6]] : [["strawberry", 0.08, 0.24, 170, -14], ["avocado", 0.4, 0.2, 160, 12], ["croissant", 0.06, 0.74, 170, 10], ["grapes", 0.41, 0.82, 160, -8], ["cheese", 0.92, 0.84, 180, -10], ["tomato", 0.9, 0.24, 150, 6]]
    }
    MessagePage {
        anchors.fill: parent
        anchors.topMargin: Theme.topBar
        isLight: true
        message: root.lane.payment.body
        title: root.lane.payment.title

        extra: [
            Words {
                Layout.fillWidth: true
                color: Theme.festiveLime
                font.bold: true
                font.pixelSize: Theme.poster
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                objectName: "amount"
                text: root.lane.payment.amount
            },
            PaysRows {
                Layout.fillWidth: true
                Layout.maximumHeight: Theme.portrait ? 474 : 378
                Layout.preferredHeight: implicitHeight
                isLight: true
                model: root.lane.payment.pays
                visible: count > 0
            },
            Pill {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                iconName: "tag"
                objectName: "saved"
                text: root.lane.payment.saved
                textSize: Theme.strong
                visible: text !== ""
            },
            Pill {
                Layout.alignment: Theme.portrait ? Qt.AlignHCenter : Qt.AlignLeft
                iconName: "star"
                objectName: "earned"
                text: root.lane.payment.earned
                textSize: Theme.strong
                visible: text !== ""
            }
        ]
        hero: Badge {
            id: check

            anchors.centerIn: parent
            color: Theme.festiveLime
            isFestive: true
            name: "check"
            size: 420

            NumberAnimation on scale {
                duration: Theme.move
                easing.type: Easing.OutBack
                from: Theme.isStill ? 1 : 0.8
                running: root.visible
                to: 1
            }
        }
    }
}
