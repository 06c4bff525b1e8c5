namespace NewsDiff.Extraction.Html;

/// <summary>The start tags within the body (HTML Standard, 13.2.6.4.7).</summary>
internal static class BodyStartTags
{
    public static bool Process(HtmlTreeBuilder builder)
    {
        HtmlTag tag = builder.Token.Tag;
        if (tag.IsAny(TagGroups.Block))
        {
            InsertBlock(builder);
        }
        else if (tag.IsAny(TagGroups.HeadContent))
        {
            return HeadModes.InHead(builder);
        }
        else if (tag.IsAny(TagGroups.Formatting))
        {
            InsertFormatting(builder);
        }
        else if (tag.IsAny(TagGroups.InlineVoid | TagGroups.SilentVoid))
        {
            InsertVoid(builder, isInline: tag.IsAny(TagGroups.InlineVoid));
        }
        else if (tag.IsAny(TagGroups.Heading))
        {
            InsertHeading(builder);
        }
        else if (tag.IsAny(TagGroups.Marker))
        {
            builder.Reopen();
            builder.Insert();
            builder.Formatting.AddBorder();
            builder.MayBecomeFrameset = false;
        }
        else if (!tag.IsAny(TagGroups.TablePart))
        {
            return ProcessSingle(builder, tag);
        }

        return true;
    }

    private static bool ProcessSingle(HtmlTreeBuilder builder, HtmlTag tag)
    {
        switch (tag.Id)
        {
            case TagId.P:
                InsertBlock(builder);
                break;
            case TagId.Li:
                InsertItem(builder, static id => id == TagId.Li);
                break;
            case TagId.Dd or TagId.Dt:
                InsertItem(builder, static id => id is TagId.Dd or TagId.Dt);
                break;
            case TagId.Html or TagId.Body:
                AddToOuter(builder, tag);
                break;
            case TagId.Frameset:
                ReplaceBody(builder);
                break;
            case TagId.Table:
                InsertTable(builder);
                break;
            case TagId.Image:
                builder.Token.Tag = KnownTags.Img;
                return false;
            case TagId.Svg or TagId.Math:
                builder.Reopen();
                ForeignContent.Insert(builder, isDrawing: tag.Id == TagId.Svg);
                break;
            default:
                ProcessText(builder, tag);
                break;
        }

        return true;
    }

    /// <summary>Elements whose text is read in a way of its own, and those of forms.</summary>
    private static void ProcessText(HtmlTreeBuilder builder, HtmlTag tag)
    {
        switch (tag.Id)
        {
            case TagId.Pre or TagId.Listing:
                InsertBlock(builder);
                builder.Tokens.DropsLineEnd = true;
                builder.MayBecomeFrameset = false;
                break;
            case TagId.Plaintext:
                InsertBlock(builder);
                builder.Tokens.ReadTextOf(tag, TextMode.Plain, keepsText: true);
                break;
            case TagId.Textarea:
                builder.InsertWithText(TextMode.Escapable);
                builder.Tokens.DropsLineEnd = true;
                builder.MayBecomeFrameset = false;
                break;
            case TagId.Xmp:
                builder.CloseParagraph();
                builder.Reopen();
                builder.MayBecomeFrameset = false;
                builder.InsertWithText(TextMode.Raw);
                break;
            case TagId.Iframe:
                builder.MayBecomeFrameset = false;
                builder.InsertWithText(TextMode.Raw);
                break;
            case TagId.Noembed:
            case TagId.Noscript when builder.IsScripting:
                builder.InsertWithText(TextMode.Raw);
                break;
            default:
                ProcessField(builder, tag);
                break;
        }
    }

    /// <summary>Elements of forms, annotations, and all others.</summary>
    private static void ProcessField(HtmlTreeBuilder builder, HtmlTag tag)
    {
        switch (tag.Id)
        {
            case TagId.Form:
                InsertForm(builder);
                break;
            case TagId.Button:
                InsertButton(builder);
                break;
            case TagId.Input:
                InsertInput(builder);
                break;
            case TagId.Hr:
                builder.CloseParagraph();
                builder.InsertVoid();
                builder.MayBecomeFrameset = false;
                break;
            case TagId.Select:
                InsertSelect(builder);
                break;
            case TagId.Optgroup or TagId.Option:
                if (builder.Open.Current.Tag == KnownTags.Option)
                {
                    builder.Open.Pop();
                }

                builder.Reopen();
                builder.Insert();
                break;
            case TagId.Rb or TagId.Rtc or TagId.Rp or TagId.Rt:
                InsertAnnotation(builder, tag);
                break;
            default:
                builder.Reopen();
                builder.Insert();
                break;
        }
    }

    private static void InsertBlock(HtmlTreeBuilder builder)
    {
        builder.CloseParagraph();
        builder.Insert();
    }

    private static void InsertHeading(HtmlTreeBuilder builder)
    {
        builder.CloseParagraph();
        if (builder.Open.Current.Tag.IsAny(TagGroups.Heading))
        {
            builder.Open.Pop();
        }

        builder.Insert();
    }

    private static void InsertVoid(HtmlTreeBuilder builder, bool isInline)
    {
        if (isInline)
        {
            builder.Reopen();
            builder.MayBecomeFrameset = false;
        }

        builder.InsertVoid();
    }

    private static void InsertFormatting(HtmlTreeBuilder builder)
    {
        HtmlTag tag = builder.Token.Tag;
        if (tag.Id == TagId.A && builder.Formatting.LastIndexOf(tag) is >= 0 and var index)
        {
            int node = builder.Formatting[index].Node;
            AdoptionAgency.Run(builder, tag);
            Forget(builder, node);
        }

        builder.Reopen();
        if (tag.Id == TagId.Nobr && builder.Open.HasInScope(tag))
        {
            AdoptionAgency.Run(builder, tag);
            builder.Reopen();
        }

        builder.Formatting.Add(new FormattingElement(builder.Insert(), tag));
    }

    /// <summary>Takes an element out of the open and the formatting ones, if it is still there.</summary>
    private static void Forget(HtmlTreeBuilder builder, int node)
    {
        if (builder.Formatting.IndexOf(node) is >= 0 and var formatting)
        {
            builder.Formatting.RemoveAt(formatting);
        }

        if (builder.Open.IndexOf(node) is >= 0 and var open)
        {
            builder.Open.RemoveAt(open);
        }
    }

    private static void InsertItem(HtmlTreeBuilder builder, Func<TagId, bool> isSibling)
    {
        builder.MayBecomeFrameset = false;
        for (int i = builder.Open.Count - 1; i >= 0; i--)
        {
            HtmlTag open = builder.Open[i].Tag;
            if (isSibling(open.Id))
            {
                builder.Open.PopImplied(open);
                builder.Open.PopThrough(open);
                break;
            }

            if (open.IsAny(TagGroups.Special) && open.Id is not (TagId.Address or TagId.Div or TagId.P))
            {
                break;
            }
        }

        InsertBlock(builder);
    }

    /// <summary>Adds the attributes of a second html or body tag to the element of the first one.</summary>
    private static void AddToOuter(HtmlTreeBuilder builder, HtmlTag tag)
    {
        int index = tag.Id == TagId.Html ? 0 : 1;
        if (builder.Open.Count <= index || builder.Open[index].Tag != tag || builder.Open.Has(KnownTags.Template))
        {
            return;
        }

        builder.MayBecomeFrameset &= index == 0;
        builder.Tree.AddMissingAttributes(
            builder.Open[index].Node, builder.Token.FirstAttribute, builder.Token.Attributes);
    }

    private static void ReplaceBody(HtmlTreeBuilder builder)
    {
        if (builder.Open.Count > 1 && builder.Open[1].Tag == KnownTags.Body && builder.MayBecomeFrameset)
        {
            builder.Tree.Detach(builder.Open[1].Node);
            builder.Open.CutTo(1);
            builder.Insert();
            builder.Mode = InsertionMode.InFrameset;
        }
    }

    private static void InsertTable(HtmlTreeBuilder builder)
    {
        if (!builder.IsQuirky)
        {
            builder.CloseParagraph();
        }

        builder.Insert();
        builder.MayBecomeFrameset = false;
        builder.Mode = InsertionMode.InTable;
    }

    private static void InsertForm(HtmlTreeBuilder builder)
    {
        bool isInTemplate = builder.Open.Has(KnownTags.Template);
        if (builder.Form != 0 && !isInTemplate)
        {
            return;
        }

        builder.CloseParagraph();
        int node = builder.Insert();
        builder.Form = isInTemplate ? builder.Form : node;
    }

    private static void InsertButton(HtmlTreeBuilder builder)
    {
        if (builder.Open.HasInScope(KnownTags.Button))
        {
            builder.Open.PopImplied();
            builder.Open.PopThrough(KnownTags.Button);
        }

        builder.Reopen();
        builder.Insert();
        builder.MayBecomeFrameset = false;
    }

    private static void InsertInput(HtmlTreeBuilder builder)
    {
        builder.Reopen();
        builder.InsertVoid();
        builder.MayBecomeFrameset &= builder.IsHiddenInput();
    }

    private static void InsertSelect(HtmlTreeBuilder builder)
    {
        builder.Reopen();
        builder.Insert();
        builder.MayBecomeFrameset = false;
        builder.Mode = builder.Mode is InsertionMode.InTable or InsertionMode.InCaption or InsertionMode.InTableBody
            or InsertionMode.InRow or InsertionMode.InCell
            ? InsertionMode.InSelectInTable
            : InsertionMode.InSelect;
    }

    private static void InsertAnnotation(HtmlTreeBuilder builder, HtmlTag tag)
    {
        if (builder.Open.HasInScope(KnownTags.Ruby))
        {
            builder.Open.PopImplied(tag.Id is TagId.Rp or TagId.Rt ? KnownTags.Rtc : null);
        }

        builder.Insert();
    }
}
