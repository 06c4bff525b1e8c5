namespace NewsDiff.Extraction.Html;

/// <summary>The modes before the body (HTML Standard, 13.2.6.4.1 to 13.2.6.4.6).</summary>
internal static class HeadModes
{
    public static bool Initial(HtmlTreeBuilder builder)
    {
        if (builder.Token.Kind == TokenKind.Space)
        {
            return true;
        }

        bool isDoctype = builder.Token.Kind == TokenKind.Doctype;
        TextRun text = builder.Token.Text;
        builder.IsQuirky = !isDoctype
            || Quirks.AreOf(builder.Tree.TextAt(text.Start, text.Length, isDecoded: false));
        builder.Mode = InsertionMode.BeforeHtml;
        return isDoctype;
    }

    public static bool BeforeHtml(HtmlTreeBuilder builder)
    {
        if (builder.Token.Kind is TokenKind.Space or TokenKind.Doctype || IsStrayEndTag(builder))
        {
            return true;
        }

        builder.Mode = InsertionMode.BeforeHead;
        if (builder.Starts(TagId.Html))
        {
            builder.Insert();
            return true;
        }

        builder.InsertImplied(KnownTags.Html);
        return false;
    }

    public static bool BeforeHead(HtmlTreeBuilder builder)
    {
        if (builder.Token.Kind is TokenKind.Space or TokenKind.Doctype || IsStrayEndTag(builder))
        {
            return true;
        }

        if (builder.Starts(TagId.Html))
        {
            return BodyMode.Process(builder);
        }

        bool isHead = builder.Starts(TagId.Head);
        builder.Head = isHead ? builder.Insert() : builder.InsertImplied(KnownTags.Head);
        builder.Mode = InsertionMode.InHead;
        return isHead;
    }

    public static bool InHead(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
                builder.InsertText();
                return true;
            case TokenKind.Doctype:
                return true;
            case TokenKind.StartTag when builder.Token.Tag.IsAny(TagGroups.HeadContent):
                InsertContent(builder);
                return true;
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Noscript:
                InsertNoscript(builder);
                return true;
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when builder.Token.Tag.Id == TagId.Head:
                return true;
            case TokenKind.EndTag when builder.Token.Tag.Id == TagId.Template:
                TemplateMode.End(builder);
                return true;
            case TokenKind.EndTag when builder.Token.Tag.Id != TagId.Head && IsStrayEndTag(builder):
                return true;
            default:
                bool isEnd = builder.Ends(TagId.Head);
                builder.Open.Pop();
                builder.Mode = InsertionMode.AfterHead;
                return isEnd;
        }
    }

    public static bool InHeadNoscript(HtmlTreeBuilder builder)
    {
        HtmlTag tag = builder.Token.Tag;
        bool isEnd = builder.Ends(TagId.Noscript);
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
            case TokenKind.Doctype:
            case TokenKind.StartTag when tag.Id == TagId.Style
                || (tag.IsAny(TagGroups.HeadContent)
                    && tag.Name is "basefont" or "bgsound" or "link" or "meta" or "noframes"):
                return InHead(builder);
            case TokenKind.StartTag when tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when tag.Id is TagId.Head or TagId.Noscript:
                return true;
            case TokenKind.EndTag when !isEnd && tag.Id != TagId.Br:
                return true;
            default:
                builder.Open.Pop();
                builder.Mode = InsertionMode.InHead;
                return isEnd;
        }
    }

    public static bool AfterHead(HtmlTreeBuilder builder)
    {
        HtmlTag tag = builder.Token.Tag;
        switch (builder.Token.Kind)
        {
            case TokenKind.Space:
                builder.InsertText();
                return true;
            case TokenKind.Doctype:
                return true;
            case TokenKind.StartTag when tag.Id == TagId.Html:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when tag.Id is TagId.Body or TagId.Frameset:
                builder.Insert();
                builder.MayBecomeFrameset &= tag.Id == TagId.Frameset;
                builder.Mode = tag.Id == TagId.Body ? InsertionMode.InBody : InsertionMode.InFrameset;
                return true;
            case TokenKind.StartTag when tag.IsAny(TagGroups.HeadContent):
                builder.Open.Push(new OpenElement(builder.Head, KnownTags.Head));
                InHead(builder);
                builder.Open.RemoveAt(builder.Open.IndexOf(builder.Head));
                return true;
            case TokenKind.EndTag when tag.Id == TagId.Template:
                return InHead(builder);
            case TokenKind.StartTag when tag.Id == TagId.Head:
            case TokenKind.EndTag when tag.Id is not (TagId.Body or TagId.Html or TagId.Br):
                return true;
            default:
                builder.InsertImplied(KnownTags.Body);
                builder.Mode = InsertionMode.InBody;
                return false;
        }
    }

    private static bool IsStrayEndTag(HtmlTreeBuilder builder) => builder.Token.Kind == TokenKind.EndTag
        && builder.Token.Tag.Id is not (TagId.Head or TagId.Body or TagId.Html or TagId.Br);

    private static void InsertContent(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Tag.Id)
        {
            case TagId.Title:
                builder.InsertWithText(TextMode.Escapable);
                break;
            case TagId.Noframes or TagId.Style:
                builder.InsertWithText(TextMode.Raw);
                break;
            case TagId.Script:
                builder.InsertWithText(TextMode.Script);
                break;
            case TagId.Template:
                TemplateMode.Begin(builder);
                break;
            default:
                builder.InsertVoid();
                break;
        }
    }

    private static void InsertNoscript(HtmlTreeBuilder builder)
    {
        if (builder.IsScripting)
        {
            builder.InsertWithText(TextMode.Raw);
        }
        else
        {
            builder.Insert();
            builder.Mode = InsertionMode.InHeadNoscript;
        }
    }
}
