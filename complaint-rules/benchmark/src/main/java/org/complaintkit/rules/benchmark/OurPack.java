package org.complaintkit.rules.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintkit.decision.Decision;
import org.complaintkit.decision.Proposal;
import org.complaintkit.decision.RuleBook;
import org.complaintkit.decision.Situation;
import org.complaintkit.decision.Stage;
import org.complaintkit.model.Complaint;
import org.complaintkit.rules.Packs;

/** Rules of the benchmark as a pack in a folder, and questions to it. */
final class OurPack {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private OurPack() {}

    /** All that the library answers: the decision with its reasons, and what the last two stages propose. */
    record Answered(Decision decision, List<Proposal> deadlines, List<Proposal> escalations) {
        Verdict verdict() {
            return new Verdict(
                    decision.category(),
                    decision.labels(),
                    decision.grade(),
                    decision.owner(),
                    codes(deadlines),
                    codes(escalations));
        }

        private static Set<String> codes(List<Proposal> proposals) {
            return proposals.stream().map(Proposal::code).collect(Collectors.toSet());
        }
    }

    static Answered decide(RuleBook book, Situation reception) {
        Decision decision = Decision.of(book, reception);
        Situation decided = reception.with(decision);
        return new Answered(decision, book.ask(Stage.DEADLINES, decided), book.ask(Stage.ESCALATION, decided));
    }

    static Situation situation(Question question) {
        Complaint complaint = Complaint.received("B", Instant.parse("2026-03-02T01:00:00Z"), question.channel())
                .category(question.kind())
                .facts(question.facts())
                .claimedLoss(BigDecimal.valueOf(question.loss()))
                .complainantCount(question.persons())
                .build();
        return Situation.of(complaint, ZONE);
    }

    /** The question as it stands when its category is decided. */
    static Situation categorised(Question question, String category) {
        Situation reception = situation(question);
        return new Situation(
                reception.complaint(),
                new Situation.Answers(question.facts(), Set.of(category), category, "", "", "", Set.of(), ""),
                reception.standing(),
                reception.happening());
    }

    /** Sixty rules of five stages. */
    static Path sixty() {
        Map<String, String> files = common(Stream.concat(
                        Stream.of(SixtyRules.OTHER), IntStream.range(0, 16).mapToObj(i -> "C" + i))
                .toList());
        List<SixtyRules.Line> lines = SixtyRules.all();
        for (SixtyRules.Stage stage : SixtyRules.Stage.values()) {
            files.put(
                    stage.name().toLowerCase(Locale.ROOT) + ".drl",
                    lines.stream()
                            .filter(line -> line.stage() == stage)
                            .map(line -> rule(line.name(), stage.fact(), line.condition(), line.verb(), line.code()))
                            .collect(Collectors.joining("\n")));
        }
        files.put("precedence.csv", precedence(lines));
        return written(files);
    }

    /** So many rules of one stage, each an equality of one field. */
    static Path equalities(int rules) {
        List<String> categories =
                IntStream.range(0, rules).mapToObj(i -> "C" + i).toList();
        Map<String, String> files = common(categories);
        files.put(
                "responsibility.drl",
                IntStream.range(0, rules)
                        .mapToObj(i -> rule(
                                "BNC-" + i,
                                "Responsibility",
                                "category == \"C" + i + "\"",
                                "owner",
                                SixtyRules.OWNERS[i % SixtyRules.OWNERS.length]))
                        .collect(Collectors.joining("\n")));
        return written(files);
    }

    private static String rule(String name, String fact, String condition, String verb, String code) {
        return """
                rule "%s"
                    @clause("BNC-1")
                    @basis("TEXT")
                when
                    decide : %s( %s )
                then
                    decide.%s("%s");
                end
                """.formatted(name, fact, condition, verb, code);
    }

    private static String precedence(List<SixtyRules.Line> lines) {
        Map<String, Integer> ranks = new TreeMap<>();
        lines.stream()
                .filter(line -> line.rank() > 0)
                .forEach(line -> ranks.merge(line.verb() + "," + line.code(), line.rank(), Math::min));
        return "answer,code,rank,clause,basis\n"
                + ranks.entrySet().stream()
                        .map(row -> row.getKey() + "," + row.getValue() + ",BNC-1,TEXT\n")
                        .collect(Collectors.joining())
                + "category," + SixtyRules.OTHER + ",default,BNC-1,DEFAULT\n"
                + "owner," + SixtyRules.NO_ONE_ELSE + ",default,BNC-1,DEFAULT\n";
    }

    /** What every pack has. */
    private static Map<String, String> common(List<String> categories) {
        Map<String, String> files = new TreeMap<>();
        files.put("pack.json", """
                {"id": "BNC", "version": "1.0.0", "title": {"en": "Benchmark", "zh-CN": "基准", "zh-TW": "基準"},
                 "effectiveFrom": null, "effectiveTo": null, "calendar": "CN", "conventions": "LEDGER",
                 "zone": "Asia/Shanghai", "parameters": []}
                """);
        files.put("clauses.csv", """
                id,source,kind,executed_by,en,zh-CN,zh-TW
                BNC-1,Art. 1,metadata,metadata,Benchmark.,基准。,基準。
                """);
        StringBuilder words = new StringBuilder("kind,code,en,zh-CN,zh-TW\n");
        Set<String> codes = new TreeSet<>(categories);
        IntStream.range(0, 14).forEach(i -> codes.add("K" + i));
        codes.forEach(code -> words.append("CATEGORY,").append(code).append(",x,x,x\n"));
        IntStream.rangeClosed(1, 4)
                .forEach(i -> words.append("GRADE,G").append(i).append(",x,x,x\n"));
        StringBuilder deadlines = new StringBuilder(
                "id,clause,basis,start,end,target,limit,warnings,on_breach,ends_handling,follow_up,cancelled_by\n");
        StringBuilder escalations = new StringBuilder("id,clause,basis,from,to,within\n");
        for (int i = 1; i <= 8; i++) {
            words.append("DEADLINE,BNC-D0").append(i).append(",x,x,x\n");
            words.append("ESCALATION,BNC-E0").append(i).append(",x,x,x\n");
            deadlines
                    .append("BNC-D0")
                    .append(i)
                    .append(",BNC-1,TEXT,COMPLAINT_RECEIVED,REPLIED_TO_CUSTOMER,,")
                    .append(i)
                    .append(" working days,,,yes,no,\n");
            escalations.append("BNC-E0").append(i).append(",BNC-1,TEXT,OFFICE,LEADER_IN_CHARGE,2 hours\n");
        }
        files.put("vocabulary.csv", words.toString());
        files.put("deadlines.csv", deadlines.toString());
        files.put("escalations.csv", escalations.toString());
        files.put("lifecycle.csv", """
                from,event,to,guard,implied,new_round,clause
                RECEIVED,REPLIED_TO_CUSTOMER,REPLIED,,no,no,BNC-1
                REPLIED,CLOSED_EVENT,CLOSED,,no,no,
                CLOSED,ARCHIVED_EVENT,ARCHIVED,,no,no,
                """);
        files.put("precedence.csv", "answer,code,rank,clause,basis\nowner,OFFICE,default,BNC-1,DEFAULT\n");
        return files;
    }

    private static Path written(Map<String, String> files) {
        try {
            Path folder = Files.createTempDirectory("benchmark-pack");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook book(Path folder) {
        return Packs.folder(folder).get("BNC");
    }
}
