namespace NewsDiff.Extraction.Html;

/// <summary>The rules within SVG and MathML (HTML Standard, 13.2.6.5).</summary>
internal static class ForeignContent
{
    /// <summary>Whether the rules hold for the token.</summary>
    public static bool IsNext(HtmlTreeBuilder builder)
    {
        if (!builder.Open.IsInForeign || builder.Token.Kind == TokenKind.End)
        {
            return false;
        }

        OpenElement current = builder.Open.Current;
        bool isText = builder.Token.Kind is TokenKind.Text or TokenKind.Space;
        bool isStart = builder.Token.Kind == TokenKind.StartTag;
        bool isHtml = current.Tag.Id switch
        {
            TagId.MathText => isText || (isStart && builder.Token.Tag.Name is not ("mglyph" or "malignmark")),
            TagId.MathAnnotation => (isStart && builder.Token.Tag.Id == TagId.Svg)
                || ((isText || isStart) && HoldsHtml(builder, current)),
            TagId.HtmlInDrawing => isText || isStart,
            _ => false,
        };
        return !isHtml;
    }

    public static bool Process(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Text:
            case TokenKind.Space:
                builder.MayBecomeFrameset &= builder.Token.Kind == TokenKind.Space;
                builder.InsertText();
                return true;
            case TokenKind.StartTag when EndsForeign(builder):
            case TokenKind.EndTag when builder.Token.Tag.Id is TagId.P or TagId.Br:
                Leave(builder);
                return Modes.Process(builder);
            case TokenKind.StartTag:
                Insert(builder, builder.Open.Current.Tag.IsDrawing);
                return true;
            case TokenKind.EndTag:
                return End(builder);
            default:
                return true;
        }
    }

    /// <summary>Inserts the element of the token as one of SVG or MathML.</summary>
    public static void Insert(HtmlTreeBuilder builder, bool isDrawing)
    {
        builder.Insert(builder.ForeignTags.Of(builder.Token.Tag.Name, isDrawing));
        if (builder.Token.IsSelfClosing)
        {
            builder.Open.Pop();
        }
    }

    private static bool EndsForeign(HtmlTreeBuilder builder) =>
        builder.Token.Tag.IsAny(TagGroups.EndsForeign)
            || (builder.Token.Tag.Id == TagId.Font
                && builder.HasAttribute(AttributeName.Color, AttributeName.Face, AttributeName.Size));

    private static void Leave(HtmlTreeBuilder builder)
    {
        while (builder.Open.Current is var current
            && current.Tag.IsForeign
            && current.Tag.Id is not (TagId.MathText or TagId.HtmlInDrawing)
            && !HoldsHtml(builder, current))
        {
            builder.Open.Pop();
        }
    }

    private static bool End(HtmlTreeBuilder builder)
    {
        string name = builder.Token.Tag.Name;
        for (int i = builder.Open.Count - 1; builder.Open[i].Tag.IsForeign; i--)
        {
            if (builder.Open[i].Tag.Name == name)
            {
                builder.Open.CutTo(i);
                return true;
            }
        }

        return Modes.Process(builder);
    }

    /// <summary>Whether an annotation says that it is HTML.</summary>
    private static bool HoldsHtml(HtmlTreeBuilder builder, OpenElement element)
    {
        string? encoding = element.Tag.Id == TagId.MathAnnotation
            ? new HtmlElement(builder.Tree, element.Node).Get(AttributeName.Encoding)
            : null;
        return string.Equals(encoding, "text/html", StringComparison.OrdinalIgnoreCase)
            || string.Equals(encoding, "application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
    }
}
