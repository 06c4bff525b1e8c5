namespace NewsDiff.Notifications.Messages;

/// <summary>How removed and added words are marked in a message.</summary>
internal enum MarkStyle
{
    /// <summary>Brackets, for text without any style: <c>[old → new]</c>.</summary>
    Plain = 1,

    /// <summary>The marks of Slack: <c>~old~ *new*</c>.</summary>
    Slack,

    /// <summary>The marks of Discord: <c>~~old~~ **new**</c>.</summary>
    Discord,

    /// <summary>The marks of <see cref="Plain"/>; names that Mastodon would notify are no mentions.</summary>
    Mastodon,
}
