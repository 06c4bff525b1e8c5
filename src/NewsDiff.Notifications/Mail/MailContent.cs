namespace NewsDiff.Notifications.Mail;

/// <summary>The two parts of a mail, which say the same.</summary>
/// <param name="Text">The plain text.</param>
/// <param name="Html">What is inside the <c>body</c> element.</param>
internal readonly record struct MailContent(string Text, string Html);
