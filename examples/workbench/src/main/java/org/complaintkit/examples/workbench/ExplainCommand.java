package org.complaintkit.examples.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.complaintkit.rules.drools.DroolsRuleBook;
import org.complaintkit.rules.explain.Explainer;
import org.complaintkit.rules.explain.Explanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why a case stands as it does. */
@Command(
        name = "explain",
        description =
                "Tells why a case stands as it does: rules that matched, gave way or missed by one condition, dates.",
        footer = {
            "",
            "Input as in 'replay': {\"id\",\"packs\",\"params\",\"complaint\",\"events\",\"asOf\"}; 'expect' is passed over.",
            "Words of the complaint, persons, and values that are no words of the packs are not shown.",
            "",
            "--json: {\"id\",\"asOf\",\"packs\",\"state\",\"language\",\"questions\":[{\"pack\",\"stage\",\"question\",\"code\",",
            " \"matched\":[{\"rule\",\"clause\",\"basis\",\"code\",\"stands\",\"rank\",\"when\"}],\"precedence\",",
            " \"missed\":[{\"rule\",\"clause\",\"basis\",\"code\",\"then\",\"needs\":[{\"field\",\"needed\",\"actual\"}],",
            " \"alternatives\":[needs]}]}],\"checks\":[{\"pack\",\"event\",\"at\",\"matched\",\"missed\"}],",
            " \"authority\":[{\"pack\",\"event\",\"at\",\"by\",\"beyond\",\"amount\",\"sum\",\"most\",\"able\"}],",
            " \"unmoved\":[{\"pack\",\"event\",\"at\",\"state\",\"missed\":[{\"lacks\",\"states\",\"guard\",\"says\",\"then\",",
            " \"clause\",\"duties\"}]}],",
            " \"owner\",\"deadlines\",\"duties\",\"prohibitions\",\"escalations\",\"findings\",\"clauses\"}",
            "",
            "Exit codes: 0 good, 1 a line was answered with an error, 2 unusable input."
        })
final class ExplainCommand extends QuestionCommand {
    private final Streams streams;

    @Mixin
    private final PackFolders packs = new PackFolders();

    private final Shelf shelf = new Shelf(packs);
    private final List<Explanation> shown = new ArrayList<>();

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            converter = Language.class,
            description = "Language: en (default), zh-CN, zh-TW.")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--json", description = "One JSON object a line instead of text.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes a page for a browser, with the months of each deadline drawn; no text then.")
    private @Nullable Path html;

    ExplainCommand(Streams streams) {
        super(streams);
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        int code = super.call();
        Path file = html;
        if (file == null || code == Workbench.UNUSABLE) {
            return code;
        }
        try {
            Files.writeString(file, page(), StandardCharsets.UTF_8);
            return code;
        } catch (IOException e) {
            streams.err().println("cannot write " + file);
            return Workbench.UNUSABLE;
        }
    }

    private String page() {
        return shown.size() == 1 ? shown.get(0).html(language) : Explanation.html(shown, language);
    }

    @Override
    String answer(Question question, JsonNode id) {
        String kind = question.optionalText("kind").orElse("CASE");
        if (!kind.equals("CASE")) {
            throw Question.refusal("UNKNOWN_CODE", "/kind", "CASE", "ask 'replay' for reports");
        }
        question.optionalText("title");
        question.field("expect");
        question.field("cites");
        List<DroolsRuleBook> books =
                shelf.read(question).stream().map(DroolsRuleBook.class::cast).toList();
        CaseStory story = CaseStory.read(question, CaseLine.id(question, id));
        Explanation explanation = CaseLine.placed(
                "complaint",
                "/complaint",
                () -> Explainer.under(books)
                        .explain(
                                story.complaint(),
                                story.events().stream()
                                        .map(CaseStory.Told::event)
                                        .toList(),
                                story.asOf()));
        if (html != null) {
            shown.add(explanation);
        }
        return json ? explanation.json(language) : html == null ? explanation.text(language) : "";
    }

    @Override
    public void close() {
        packs.close();
    }
}
