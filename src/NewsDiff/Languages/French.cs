namespace NewsDiff.Languages;

/// <summary>The words of French.</summary>
internal static class French
{
    public static readonly Language Words = new()
    {
        Codes = "fr",
        Months =
            "janvier janv jan,février fevrier févr fevr fév fev,mars,avril avr,mai,juin,juillet juil,août aout aoû,"
            + "septembre sept sep,octobre oct,novembre nov,décembre decembre déc dec",
        Weekdays = "lundi lun,mardi mar,mercredi mer,jeudi jeu,vendredi ven,samedi sam,dimanche dim",
        Morning = "matin",
        Midday = "midi",
        Afternoon = "après-midi après_midi",
        Evening = "soir",
        Night = "nuit",
        DateParticles = "de d le la er re",
        ClockWords = "à par le et",
        HalfParticles = "de du des l à par",
        UpdateLabels = ["mis à jour", "mise à jour", "modifié"],
        PublishLabels = ["publié", "paru le"],
        BylineOpenings = ["par", "auteur", "texte", "de"],
        NameJoints = [" et "],
        NotNames = ["par", "redaction"],
        Occupations = ["journaliste", "correspondant", "correspondante", "rédacteur", "rédactrice"],
        AuthorNames = "auteur",
        AuthorFolders = "auteur",
        AdvertNames = "publicite",
        Labels = ["publicité", "partager"],
        TranscriptLabels = ["transcription"],
        CorrectionLabels = ["Rectificatif", "Rectification", "Précision", "Note de la rédaction"],
        CorrectionSentences =
        [
            "Une version précédente de cet", "Une première version de cet", "Cet article a été corrigé",
            "Cet article a été modifié",
        ],
        ErrorTitles = ["page introuvable", "page non trouvée"],
        WallPhrases =
        [
            "nous et nos partenaires", "accepter et continuer", "connectez-vous pour", "réservé aux abonnés",
        ],
    };
}
