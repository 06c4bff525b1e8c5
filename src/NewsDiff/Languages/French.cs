namespace NewsDiff.Languages;

/// <summary>The words of French.</summary>
internal static class French
{
    public static readonly Language Words = new()
    {
        Codes = "fr",
        CommonWords =
            "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
            + "avec son ont aux mais cette comme ou nous sa été elle fait ses leur était être deux après entre "
            + "selon lui même ces sans dont depuis contre où",
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
        BylineOpenings =
        [
            "par", "auteur", "texte", "de", "écrit par", "propos recueillis par", "publié par", "rédigé par",
            "article rédigé par", "article écrit par", "un article de", "de notre correspondant",
            "de notre correspondante", "de notre envoyé spécial", "de notre envoyée spéciale",
        ],
        BylineEnds = [" avec "],
        ReviewOpenings = ["relu par", "révisé par", "vérifié par", "traduit par", "avec la contribution de"],
        NameJoints = [" et "],
        NotNames = ["par", "redaction", "agences", "agence"],
        Occupations = ["journaliste", "correspondant", "correspondante", "rédacteur", "rédactrice"],
        AuthorNames = "auteur",
        AuthorFolders = "auteur auteurs journaliste journalistes",
        AdvertNames = "publicite",
        PictureLabels = "photo photos crédit_photo image",
        Labels = ["publicité", "partager"],
        TranscriptLabels = ["transcription"],
        CorrectionLabels = ["Rectificatif", "Rectification", "Précision", "Note de la rédaction"],
        CorrectionSentences =
        [
            "Une version précédente de cet", "Une première version de cet", "Cet article a été corrigé",
            "Cet article a été modifié",
        ],
        CommentWords = "comment",
        ErrorTitles = ["page introuvable", "page non trouvée"],
        WallPhrases =
        [
            "nous et nos partenaires", "accepter et continuer", "connectez-vous pour", "réservé aux abonnés",
        ],
        UpdateNotices = ["Mise à jour", "Mis à jour", "Actualisation"],
        NoticePhrases =
        [
            "version antérieure de cet", "corrigé après publication", "corrigée après publication",
            "a été corrigé après",
        ],
        Negations = "ne n' pas non jamais aucun aucune rien personne ni",
        OtherCompounds = "pas_seulement",
        HedgeWords =
            "peut pourrait pourraient peut-être probablement sans_doute apparemment éventuellement "
            + "présumé présumée semble semblait serait seraient aurait auraient devrait confirmé confirmée "
            + "environ possible probable",
        AbsenceWords = "sans",
        ApproximationWords = "près quelque",
        SayingWords =
            "dit déclaré affirmé indiqué annoncé selon expliqué assuré précisé rapporté ajouté confié "
            + "affirme déclare indique explique porte-parole",
        QuotingWords =
            "appelle appelé qualifié qualifie demande demandé écrit écrivait répondu ajoute lancé "
            + "estimé estime dénoncé dénonce promis regretté souligné souligne raconte conclu prévenu",
        NumberWords =
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
            + "vingt trente quarante cinquante soixante cent cents mille million millions milliard "
            + "milliards dizaine dizaines centaine centaines millier milliers moitié demi double tiers "
            + "quart",
        Abbreviations =
            "m mm mme mmes mlle mlles dr pr me mgr st ste n no cf p.ex c.-à-d av apr env janv févr avr juil "
            + "sept oct nov déc bd art vol éd tél",
    };
}
