namespace NewsDiff.Languages;

/// <summary>The words of Georgian.</summary>
internal static class Georgian
{
    public static readonly Language Words = new()
    {
        Codes = "ka",
        Months =
            "იანვარი იანვარს იან,თებერვალი თებერვალს თებ,მარტი მარტს მარ,აპრილი აპრილს აპრ,მაისი მაისს მაი,"
            + "ივნისი ივნისს ივნ,ივლისი ივლისს ივლ,აგვისტო აგვისტოს აგვ,სექტემბერი სექტემბერს სექ,ოქტომბერი "
            + "ოქტომბერს ოქტ,ნოემბერი ნოემბერს ნოე,დეკემბერი დეკემბერს დეკ",
        Weekdays = "ორშაბათი ორშ,სამშაბათი სამ,ოთხშაბათი ოთხ,ხუთშაბათი ხუთ,პარასკევი პარ,შაბათი შაბ,კვირა კვი",
        BylineOpenings = ["ავტორი"],
        NameJoints = [" და "],
        CorrectionLabels = ["შესწორება"],
        CorrectionSentences = ["სტატიის წინა ვერსიაში"],
    };
}
