/** Words of attaching photos. */
export const evidenceWords = {
  zh: {
    add: '拍照或选照片',
    preparing: '正在缩小照片…',
    sending: '已送 {n} %',
    kept: '已送到',
    remove: '去掉这张照片',
    retry: '重新发送',
    unreadable: '“{name}”不是可读的照片。请选 JPEG、PNG 或 WebP 照片。',
    unreachable: '照片没有送到。请检查网络后重新发送。',
    most: '最多 {n} 张照片。',
    note: '照片先在本机缩小，再发送；不带拍摄地点和设备信息。',
    photo: '照片 {n}',
  },
  en: {
    add: 'Take or choose photos',
    preparing: 'Making the photo smaller…',
    sending: '{n} % sent',
    kept: 'Sent',
    remove: 'Remove this photo',
    retry: 'Send again',
    unreadable: '“{name}” cannot be read as a photo. Choose a JPEG, PNG or WebP.',
    unreachable: 'The photo did not arrive. Check the network and send it again.',
    most: 'At most {n} photos.',
    note: 'Photos are made smaller on this device before they are sent, without place and device data.',
    photo: 'Photo {n}',
  },
} as const;
