namespace NewsDiff.Extraction.Html;

/// <summary>The modes after the body, and those of framesets (HTML Standard, 13.2.6.4.19 to 13.2.6.4.23).</summary>
internal static class LastModes
{
    public static bool AfterBody(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.Doctype:
            case TokenKind.End:
                return true;
            case TokenKind.EndTag when builder.Token.Tag.Id == TagId.Html:
                builder.Mode = InsertionMode.AfterAfterBody;
                return true;
            default:
                builder.Mode = InsertionMode.InBody;
                return false;
        }
    }

    public static bool AfterAfterBody(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
            case TokenKind.Doctype:
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.End:
                return true;
            default:
                builder.Mode = InsertionMode.InBody;
                return false;
        }
    }

    public static bool InFrameset(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
                builder.InsertText();
                return true;
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Frameset:
                builder.Insert();
                return true;
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Frame:
                builder.InsertVoid();
                return true;
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Noframes:
                return HeadModes.InHead(builder);
            case TokenKind.EndTag when builder.Token.Tag.Id == TagId.Frameset && builder.Open.Count > 1:
                builder.Open.Pop();
                builder.Mode = builder.Open.Current.Tag.Id == TagId.Frameset
                    ? InsertionMode.InFrameset
                    : InsertionMode.AfterFrameset;
                return true;
            default:
                return true;
        }
    }

    public static bool AfterFrameset(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
                builder.InsertText();
                return true;
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Noframes:
                return HeadModes.InHead(builder);
            case TokenKind.EndTag when builder.Token.Tag.Id == TagId.Html:
                builder.Mode = InsertionMode.AfterAfterFrameset;
                return true;
            default:
                return true;
        }
    }

    public static bool AfterAfterFrameset(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Noframes:
                return HeadModes.InHead(builder);
            default:
                return true;
        }
    }
}
