using System.Globalization;
using CsvHelper;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>A year of the demonstration as the file that anybody could import.</summary>
internal static class ReprisesCsv
{
    private static readonly string[] Columns = ["organization", "variable", "breakdown", "value", "state", "comment"];

    public static async Task<MemoryStream> OfAsync(IEnumerable<ImaginedDossier> dossiers, CancellationToken cancel)
    {
        var file = new MemoryStream();
        await using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        await using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        foreach (var column in Columns)
        {
            csv.WriteField(column);
        }

        await csv.NextRecordAsync();
        foreach (var (dossier, answer) in dossiers.SelectMany(d => d.Answers.All.Select(a => (d, a))))
        {
            cancel.ThrowIfCancellationRequested();
            csv.WriteField(dossier.Body.Code.Value);
            csv.WriteField(answer.Variable.Value);
            csv.WriteField(answer.Cell.Value);
            csv.WriteField(answer.Value ?? "");
            csv.WriteField(answer.State switch { AnswerState.NotApplicable => "sans_objet", AnswerState.Unavailable => "indisponible", _ => "" });
            csv.WriteField(answer.Comment ?? "");
            await csv.NextRecordAsync();
        }

        await csv.FlushAsync();
        await writer.FlushAsync(cancel);
        file.Position = 0;
        return file;
    }
}
