namespace NewsDiff.Languages;

/// <summary>The words of Portuguese.</summary>
internal static class Portuguese
{
    public static readonly Language Words = new()
    {
        Codes = "pt",
        CommonWords =
            "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das "
            + "tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era "
            + "depois sem mesmo aos ter seus são",
        Months =
            "janeiro jan,fevereiro fev,março marco mar,abril abr,maio mai,junho jun,julho jul,agosto ago,"
            + "setembro set,outubro out,novembro nov,dezembro dez",
        Weekdays = "segunda seg,terça terca ter,quarta qua,quinta qui,sexta sex,sábado sabado sáb sab,domingo dom",
        Morning = "manhã",
        Small = "madrugada",
        Afternoon = "tarde",
        Night = "noite",
        DateParticles = "de do da a o e ano",
        ClockWords = "às as a por e",
        HalfParticles = "de da do a por",
        UpdateLabels = ["atualizad"],
        PublishLabels = ["publicado", "publicada"],
        BylineOpenings = ["por", "autor", "autora", "texto", "escrito por"],
        NameJoints = [" e "],
        NotNames = ["por", "redacao", "agências", "agência"],
        Occupations = ["jornalista", "repórter", "correspondente"],
        AuthorNames = "autor",
        AuthorFolders = "autor autores",
        PictureLabels = "foto fotos imagem",
        Labels = ["publicidade"],
        TranscriptLabels = ["transcrição"],
        CorrectionLabels =
        [
            "Correção", "Errata", "Erramos", "Retificação", "Nota do editor", "Nota da redação", "Correcção",
        ],
        CorrectionSentences =
        [
            "Uma versão anterior dest", "Este texto foi corrigido", "Esta reportagem foi corrigida",
            "Numa versão anterior dest", "Em uma versão anterior dest",
        ],
        CommentWords = "comentar comentário",
        ErrorTitles = ["página não encontrada"],
        UpdateNotices = ["Atualização", "Actualização", "Atualizado"],
        NoticePhrases = ["versão anterior deste", "versão anterior desta", "corrigido após a publicação"],
        Negations = "não nunca jamais nada ninguém nenhum nenhuma nem",
        OtherCompounds = "não_só não_apenas",
        HedgeWords =
            "pode poderia poderão talvez provavelmente possivelmente suposto suposta supostamente alegado "
            + "alegada alegadamente aparentemente teria teriam parece confirmado confirmada quase "
            + "aproximadamente",
        AbsenceWords = "sem",
        ApproximationWords = "cerca",
        SayingWords =
            "disse diz disseram afirmou declarou segundo explicou indicou anunciou acrescentou garantiu "
            + "revelou informou porta-voz fonte fontes",
        NumberWords =
            "dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze "
            + "quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento centenas "
            + "mil milhares milhão milhões bilhão bilhões metade meio dobro terço quarto dezena dúzia",
        Abbreviations =
            "sr sra srs sras dr dra prof profª eng d dom gen cel cap maj n nº art pág págs vol cf p.ex ex "
            + "av r tel jan fev mar abr mai jun jul ago set out nov dez",
    };
}
