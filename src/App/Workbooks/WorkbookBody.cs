using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;

namespace Responsables.App.Workbooks;

/// <summary>One body of a workbook: what it is asked, each question once, in the first block that uses it.</summary>
internal sealed record WorkbookBody(Dossier Dossier, WorkbookRights Rights)
{
    private readonly Lazy<ILookup<string, (Block Block, IReadOnlyList<VariableUse> Uses)>> sheets = new(() => Sheets(Dossier, Rights));

    /// <summary>What a sheet asks: its blocks, each with the questions that are entered in it.</summary>
    public IEnumerable<(Block Block, IReadOnlyList<VariableUse> Uses)> BlocksOf(string sheet) => sheets.Value[sheet];

    public WorkbookKey Key(VariableCode variable, CellKey cell) => new(Dossier.Place.Code, variable, cell);

    /// <summary>What they read of it, as a base keeps it.</summary>
    public IEnumerable<KeyValuePair<WorkbookKey, WorkbookAnswer>> Answers() => Rights.Rows()
        .Select(r => KeyValuePair.Create(Key(r.Variable, r.Cell), WorkbookAnswer.Of(r.State, r.Value, r.Comment))).Where(a => a.Value != WorkbookAnswer.None);

    private static ILookup<string, (Block, IReadOnlyList<VariableUse>)> Sheets(Dossier dossier, WorkbookRights rights)
    {
        var names = WorkbookSheet.NamesOf(dossier.Compiled.Framework);
        var seen = new HashSet<VariableCode>();
        return rights.Questionnaire.Blocks
            .Select(block => (Block: block, Uses: (IReadOnlyList<VariableUse>)[.. block.Uses.Where(u => seen.Add(u.Variable))]))
            .Where(b => b.Uses.Count > 0).ToLookup(b => names[b.Block.Key]);
    }
}
