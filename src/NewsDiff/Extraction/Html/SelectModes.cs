namespace NewsDiff.Extraction.Html;

/// <summary>The modes within selection lists, as browsers had them until lists could hold more than options.</summary>
internal static class SelectModes
{
    public static bool InSelect(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Text:
            case TokenKind.Space:
                builder.InsertText();
                return true;
            case TokenKind.StartTag:
                return Start(builder);
            case TokenKind.EndTag:
                return End(builder);
            case TokenKind.End:
                return BodyMode.Process(builder);
            default:
                return true;
        }
    }

    public static bool InSelectInTable(HtmlTreeBuilder builder)
    {
        bool isTablePart = builder.Token.Kind is TokenKind.StartTag or TokenKind.EndTag
            && builder.Token.Tag.Id is TagId.Caption or TagId.Table or TagId.Tbody or TagId.Tfoot or TagId.Thead
                or TagId.Tr or TagId.Td or TagId.Th;
        if (!isTablePart)
        {
            return InSelect(builder);
        }

        if (builder.Token.Kind == TokenKind.EndTag
            && !builder.Open.HasInScope(builder.Token.Tag, TagGroups.EndsTableScope))
        {
            return true;
        }

        Close(builder);
        return false;
    }

    private static bool Start(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Tag.Id)
        {
            case TagId.Html:
                return BodyMode.Process(builder);
            case TagId.Option or TagId.Optgroup or TagId.Hr:
                CloseOptions(builder, isOption: builder.Token.Tag.Id == TagId.Option);
                builder.Insert();
                if (builder.Token.Tag.Id == TagId.Hr)
                {
                    builder.Open.Pop();
                }

                return true;
            case TagId.Select:
                Close(builder);
                return true;
            case TagId.Input or TagId.Keygen or TagId.Textarea:
                if (!builder.Open.HasInSelectScope(KnownTags.Select))
                {
                    return true;
                }

                Close(builder);
                return false;
            case TagId.Script or TagId.Template:
                return HeadModes.InHead(builder);
            default:
                return true;
        }
    }

    private static void CloseOptions(HtmlTreeBuilder builder, bool isOption)
    {
        if (builder.Open.Current.Tag == KnownTags.Option)
        {
            builder.Open.Pop();
        }

        if (!isOption && builder.Open.Current.Tag == KnownTags.Optgroup)
        {
            builder.Open.Pop();
        }
    }

    private static bool End(HtmlTreeBuilder builder)
    {
        OpenElements open = builder.Open;
        switch (builder.Token.Tag.Id)
        {
            case TagId.Optgroup:
                if (open.Current.Tag == KnownTags.Option && open[open.Count - 2].Tag == KnownTags.Optgroup)
                {
                    open.Pop();
                }

                if (open.Current.Tag == KnownTags.Optgroup)
                {
                    open.Pop();
                }

                return true;
            case TagId.Option:
                if (open.Current.Tag == KnownTags.Option)
                {
                    open.Pop();
                }

                return true;
            case TagId.Select:
                if (open.HasInSelectScope(KnownTags.Select))
                {
                    Close(builder);
                }

                return true;
            case TagId.Template:
                return HeadModes.InHead(builder);
            default:
                return true;
        }
    }

    private static void Close(HtmlTreeBuilder builder)
    {
        if (builder.Open.Has(KnownTags.Select))
        {
            builder.Open.PopThrough(KnownTags.Select);
            Modes.Reset(builder);
        }
    }
}
