/// What offices call the columns of their lists, the best name first: of two columns for one field
/// the one with the earlier name is taken.
///
/// Source: DA/T 22—2000 and 2015, 5.5; GB/T 9705—2008; GB/T 11822—2008; DA/T 39—2008; and usage.
/// Names are compared without blanks and line breaks, in half width and small letters. Data, so long.
enum HeadNames {
  static let all: [(field: ListField, names: [String])] = [
    (
      .ignore,
      [
        "序号", "行号", "编次", "no", "no.", "流水号", "登记号", "登记序号", "份数", "印数", "处理结果", "办理结果", "办理情况",
        "处理情况",
        "签收人", "签收", "归档日期", "归档份数", "批示", "领导批示", "拟办意见", "传阅", "馆编件号", "归档章", "缓急",
        "紧急程度", "签发人", "校对", "打字", "印发日期", "存放位置", "marks", "state", "place", "box_mm", "状态", "全宗号",
        "全宗名称",
        "文种类型", "复核", "核对",
      ]
    ),
    (
      .title,
      [
        "题名", "文件题名", "案卷题名", "标题", "文件标题", "文件名称", "文件名", "题名及责任说明", "正题名", "卷名", "案卷标题", "照片题名",
        "照片名称",
        "文件材料题名", "材料名称", "档案名称", "实物名称", "名称", "公文标题", "来文标题", "发文标题", "来文题目", "题目", "事由", "文件内容",
        "内容",
        "内容摘要", "会计凭证名称", "凭证名称", "账簿名称", "图纸名称", "图名", "项目名称", "类别名称", "title", "文题", "主题", "组题名",
        "册题名",
        "题名(事由)", "案卷名称", "文件(资料)名称", "文件资料名称", "公文名称", "文件主题", "文件事由", "文件材料名称",
      ]
    ),
    (
      .docNo,
      [
        "文号", "文件编号", "发文字号", "文件字号", "公文字号", "来文字号", "来文文号", "发文文号", "文件号", "文件文号", "原文号", "字号",
        "文件代号",
        "来文号", "发文号", "发文编号", "来文编号", "图号", "编号", "doc_no", "收文编号", "收文号", "收文字号", "证书编号",
      ]
    ),
    (
      .issuer,
      [
        "责任者", "第一责任者", "主要责任者", "责任人", "文件责任者", "发文机关", "发文单位", "来文单位", "来文机关", "制发机关", "制文机关",
        "形成单位",
        "形成者", "作者", "编制单位", "编制部门", "编制者", "立卷单位", "成文单位", "发文者", "单位", "发文部门", "拟稿单位", "issuer",
        "来文部门",
        "主办单位", "责任单位", "制文单位", "文件作者", "来(发)文单位", "来发文单位", "印发机关", "起草单位", "印发单位", "起草部门",
      ]
    ),
    (
      .date,
      [
        "日期", "文件日期", "成文日期", "成文时间", "形成日期", "形成时间", "文件形成时间", "签发日期", "落款日期", "发文日期", "发文时间",
        "日期(年月日)",
        "起止日期", "起止时间", "起止年月", "案卷起止日期", "时间", "拍摄时间", "拍摄日期", "摄影时间", "编制日期", "来文日期", "来文时间",
        "年月日", "date",
        "收文时间", "文件时间", "获奖时间", "年、月、日", "收文日期", "登记日期", "印发日期", "落款时间", "形成年月", "成文年月",
      ]
    ),
    (.dateYear, ["年"]),
    (.dateMonth, ["月"]),
    (.dateDay, ["日"]),
    (
      .pages,
      [
        "页数", "总页数", "文件页数", "页(件)数", "页数/张数", "张数", "面数", "图纸张数", "页", "pages", "数量(页)", "页 数",
        "份页数", "张(页)数", "页(张)数",
      ]
    ),
    (.pageNo, ["页号", "起止页号", "所在页号", "页次", "页码", "起止页次", "起止页", "页号(起止)", "卷内页号", "所在页码"]),
    (.pageFrom, ["起始页号", "首页号", "起页号", "起始页", "page_from", "起页"]),
    (.count, ["件数", "册数", "份(件)数", "卷内件数", "卷内文件件数", "文件件数", "数量", "count", "总件数", "照片张数"]),
    (.number, ["件号", "室编件号", "件号(室编)", "归档件号", "室编号", "张号", "照片号", "底片号码", "number", "盒内件号"]),
    (.volumeNumber, ["案卷号", "卷号", "组号", "册号", "案卷顺序号", "照片组号", "volume", "宗号", "室编案卷号"]),
    (.sequence, ["顺序号", "卷内顺序号", "卷内序号", "件内序号", "卷内件号", "sequence"]),
    (.code, ["档号", "档案号", "档案编号", "室编档号", "归档号", "code", "馆编档号", "档案编码"]),
    (.formerCode, ["原档号", "旧档号", "former_code"]),
    (.catalogueNo, ["目录号", "catalogue_no"]),
    (
      .period,
      ["保管期限", "期限", "保存期限", "保管年限", "保存年限", "保管期", "retention", "period", "归档期限", "存期", "保存时间"]
    ),
    (.year, ["年度", "归档年度", "归属年度", "所属年度", "年份", "year", "会计年度", "文件年度", "档案年度", "立卷年度", "形成年度"]),
    (
      .org,
      [
        "机构", "机构(问题)", "机构或问题", "机构/问题", "问题", "部门", "科室", "股室", "处室", "承办部门", "承办科室", "承办单位",
        "承办处室", "承办股室",
        "主办科室", "主办部门", "归档部门", "归档单位", "归口部门", "形成部门", "责任部门", "所属部门", "所属机构", "科室名称", "部门名称",
        "主办股室", "立卷部门", "org",
        "组织机构", "机构名称", "拟稿部门", "拟稿科室", "所属股室", "所属科室", "所属处室", "承办机构",
      ]
    ),
    (
      .person,
      ["经手", "经手人", "承办人", "承办", "经办人", "经办", "拟稿人", "拟稿", "主办人", "责任编辑", "收文人", "person", "办理人"]
    ),
    (.secrecy, ["密级", "保密级别", "秘密等级", "文件密级", "secrecy", "密级和保密期限", "密级及保密期限", "密级期限"]),
    (.secretYears, ["保密期限", "保密年限", "secret_years"]),
    (.access, ["开放标识", "开放状态", "开放情况", "控制标识", "是否开放", "access", "开放审核"]),
    (.publicity, ["公开属性", "公开方式", "是否公开", "公开类型", "信息公开", "publicity", "公开形式"]),
    (.direction, ["行文方向", "来文类别", "收发文", "收发类型", "direction", "行文关系"]),
    (.carrier, ["载体", "载体类型", "载体形态", "载体名称", "carrier", "介质"]),
    (.persons, ["人名", "人物", "涉及人员", "persons", "姓名", "当事人"]),
    (.keywords, ["主题词", "关键词", "关键字", "keywords"]),
    (.note, ["备注", "附注", "说明", "备考", "note", "情况说明", "其他", "注"]),
    (.box, ["盒号", "盒次", "室编盒号", "box", "装盒号", "档案盒号", "所在盒号"]),
    (.type, ["门类", "档案门类", "类别", "档案类别", "type", "类别号", "门类代码"]),
    (.project, ["项目号", "项目代号", "工程代号", "project", "设备代号", "课题编号"]),
    (.basis, ["划分依据", "依据", "basis", "期限依据", "表号", "条款号"]),
    (.seeAlso, ["互见号", "参见", "参见号", "参见档号", "see_also"]),
    (.annex, ["附件", "附件题名", "附件名称", "附件情况", "annex"]),
    (.id, ["id"]),
    (.library, ["library"]),
    (.level, ["level", "著录层级", "级别"]),
  ]

  /// Heads of columns that number the rows of the list itself, or say how the records of an export
  /// of ours stood.
  static let counters: Set<String> = [
    "序号", "行号", "no", "no.", "编次", "state", "marks", "place", "box_mm",
  ]

  /// Names that are taken for want of a better one, and shown as unsure: the day a paper came is not
  /// the day it was signed.
  static let weak: Set<String> = [
    "收文日期", "收文时间", "登记日期", "印发日期", "收文编号", "收文号", "收文字号", "编号", "单位", "内容", "名称", "数量", "其他", "类别",
    "级别", "姓名", "来文类别", "证书编号", "归档号", "图号",
  ]

  /// Name to field and rank; the first mention of a name counts.
  static let index: [String: (field: ListField, rank: Int)] = {
    var index: [String: (field: ListField, rank: Int)] = [:]
    for (field, names) in all {
      for (rank, name) in names.enumerated() {
        let key = HeadText.key(name)
        if index[key] == nil { index[key] = (field, rank) }
      }
    }
    return index
  }()

  /// Names of three Hanzi and more and a few sure ones, which are also found inside a longer head;
  /// longest first.
  static let inner: [(name: String, field: ListField, rank: Int)] = {
    let sure = [
      "题名", "标题", "文号", "字号", "日期", "页数", "期限", "密级", "备注", "件号", "盒号", "档号", "责任", "机构", "科室",
    ]
    let names = index.filter { $0.key.unicodeScalars.count >= 3 || sure.contains($0.key) }
    return names.map { (name: $0.key, field: $0.value.field, rank: $0.value.rank + 100) }
      .filter { $0.name.unicodeScalars.allSatisfy { $0.value > 0x2E80 } }
      .sorted { ($1.name.utf8.count, $0.name) < ($0.name.utf8.count, $1.name) }
  }()
}
