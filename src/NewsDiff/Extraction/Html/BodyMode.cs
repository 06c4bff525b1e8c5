namespace NewsDiff.Extraction.Html;

/// <summary>The mode within the body (HTML Standard, 13.2.6.4.7).</summary>
internal static class BodyMode
{
    public static bool Process(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Text:
                builder.MayBecomeFrameset = false;
                builder.Reopen();
                builder.InsertText();
                return true;
            case TokenKind.Space:
                builder.Reopen();
                builder.InsertText();
                return true;
            case TokenKind.StartTag:
                return BodyStartTags.Process(builder);
            case TokenKind.EndTag:
                return BodyEndTags.Process(builder);
            case TokenKind.End:
                return TemplateMode.EndOfPage(builder);
            default:
                return true;
        }
    }
}
